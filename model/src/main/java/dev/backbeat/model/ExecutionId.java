package dev.backbeat.model;

/// Who an execution is: a hash of its session and its request id, or of where it starts when it has none.
///
/// @param value the 64-bit hash
public record ExecutionId(long value) {

    /// The hash as sixteen hexadecimal digits, the form shown to people.
    @Override
    public String toString() {
        return Hex.of(value);
    }

    /// Reads the form shown to people.
    ///
    /// @throws IllegalArgumentException when the text is not sixteen hexadecimal digits
    public static ExecutionId parse(String text) {
        return new ExecutionId(Hex.parse(text));
    }
}
