package dev.backbeat.ingest.redaction;

/// Finds the end of a quoted text whose quotes stand behind backslashes because it lies in other quoted
/// texts.
final class QuotedText {

    private QuotedText() {}

    /// The place of the first backslash of the closing quote, or of the line's end when there is none.
    ///
    /// A quote of this text has `depth` backslashes; one that the text contains has more, so that the
    /// number leaves another remainder by `2 (depth + 1)`; one with fewer closes a text around this one.
    static int end(Window text, int from, byte quote, int depth) {
        int period = 2 * (depth + 1);
        int backslashes = 0;
        for (int i = from; i < text.to(); i++) {
            byte b = text.at(i);
            if (b == '\\') {
                backslashes++;
                continue;
            }
            if (b == '\n' || b == '\r') {
                return i;
            }
            if (b == quote && (backslashes < depth || backslashes % period == depth)) {
                return i - Math.min(backslashes, depth);
            }
            backslashes = 0;
        }
        return text.to();
    }
}
