package dev.backbeat.ingest.layout;

/// Measures how many lines of a sample are of a shape.
public final class Sample {

    private static final int PER_MILLE = 1000;

    private Sample() {}

    /// Says whether a line is of the shape.
    @FunctionalInterface
    public interface LineTest {
        /// Whether the line is of the shape.
        boolean test(byte[] bytes, int from, int to);
    }

    /// Of the lines that are not empty, how many in a thousand are of the shape; at least 1 when one is.
    public static int perMille(byte[] bytes, int length, LineTest test) {
        int lines = 0;
        int hits = 0;
        int from = 0;
        for (int at = 0; at <= length; at++) {
            if (at == length || bytes[at] == '\n') {
                if (at > from) {
                    lines++;
                    hits += test.test(bytes, from, at) ? 1 : 0;
                }
                from = at + 1;
            }
        }
        return hits == 0 ? 0 : Math.max(1, hits * PER_MILLE / lines);
    }
}
