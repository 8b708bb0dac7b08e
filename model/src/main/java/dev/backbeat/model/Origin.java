package dev.backbeat.model;

/// Where something was read: an input and the offset of the line in it. The other half of the double
/// trace; no fact is without one.
///
/// @param input the store's number of the input
/// @param offset bytes from the start of the input, after decompression
public record Origin(int input, long offset) {

    private static final long OFFSETS_OF_AN_INPUT = 1L << 40;

    /// The origin that one number stands for: questions to a store write input and offset as one, 2^40
    /// offsets an input, to find the first of several.
    public static Origin ofNumber(long number) {
        return new Origin((int) (number / OFFSETS_OF_AN_INPUT), number % OFFSETS_OF_AN_INPUT);
    }

    /// Input and offset as one number, in the order of inputs and offsets.
    public long number() {
        return input * OFFSETS_OF_AN_INPUT + offset;
    }

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
