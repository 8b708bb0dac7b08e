package dev.backbeat.ingest.layout;

/// Finds the file and line that a browser's console puts in front of a message: `EventBus.ts:70 `.
public final class Anchor {

    private static final int LONGEST = 400;

    private Anchor() {}

    /// Where the first word ends when it is `something:digits` and a blank follows, 0 when it is not.
    public static int end(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + LONGEST);
        int at = from;
        while (at < limit && bytes[at] != ' ') {
            at++;
        }
        int digits = at;
        while (digits > from && bytes[digits - 1] >= '0' && bytes[digits - 1] <= '9') {
            digits--;
        }
        boolean anchor = at < limit && digits < at && digits > from + 1 && bytes[digits - 1] == ':';
        return anchor ? at : 0;
    }
}
