package dev.backbeat.model;

/// Where something was read, as people say it.
///
/// @param origin the same for machines
/// @param input how the input was named
/// @param line from 1, or 0 where the line is not known
public record Place(Origin origin, String input, long line) {

    /// The last part of the input's name and the line, such as `today.log:1234`.
    public String shortName() {
        int slash = Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\'));
        String name = input.substring(slash + 1);
        return line > 0 ? name + ":" + line : name + "@" + origin.offset();
    }

    /// The input's name and the line.
    @Override
    public String toString() {
        return line > 0 ? input + ":" + line : input + "@" + origin.offset();
    }
}
