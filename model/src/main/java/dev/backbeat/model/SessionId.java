package dev.backbeat.model;

/// Who a session is: a hash of its first timed messages without their anchors, so that a longer save of
/// the same session, a renamed file or a compressed one is the same session.
///
/// @param value the 64-bit hash
public record SessionId(long value) {

    /// The hash as sixteen hexadecimal digits, the form shown to people.
    @Override
    public String toString() {
        return Hex.of(value);
    }

    /// Reads the form shown to people.
    ///
    /// @throws IllegalArgumentException when the text is not sixteen hexadecimal digits
    public static SessionId parse(String text) {
        return new SessionId(Hex.parse(text));
    }
}
