package dev.backbeat.model;

/// Where something was read: an input and the offset of the line in it. The other half of the double
/// trace; no fact is without one.
///
/// @param input the store's number of the input
/// @param offset bytes from the start of the input, after decompression
public record Origin(int input, long offset) {

    /// The form shown to people and taken by `backbeat raw`.
    @Override
    public String toString() {
        return input + ":" + offset;
    }

    /// Reads the form shown to people.
    ///
    /// @throws IllegalArgumentException when the text is not `input:offset`
    public static Origin parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("`" + text + "` is not an origin of the form `input:offset`");
        }
        return new Origin(Integer.parseInt(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }
}
