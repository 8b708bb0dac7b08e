package dev.backbeat.output.html;

import java.io.IOException;
import java.io.Writer;

/// Writes JSON so that it stays within a `script` element: characters that could end it, open a comment,
/// or break a line in a script become escapes. In JSON they stand in texts only, where an escape means
/// the same.
final class ScriptDataWriter extends Writer {

    private final Appendable target;

    ScriptDataWriter(Appendable target) {
        this.target = target;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        int end = offset + length;
        int plain = offset;
        for (int i = offset; i < end; i++) {
            if (isUnsafe(buffer[i])) {
                append(buffer, plain, i);
                target.append(String.format("\\u%04x", (int) buffer[i]));
                plain = i + 1;
            }
        }
        append(buffer, plain, end);
    }

    private void append(char[] buffer, int from, int to) throws IOException {
        if (to > from) {
            target.append(new String(buffer, from, to - from));
        }
    }

    private static boolean isUnsafe(char c) {
        return c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
    }

    @Override
    public void flush() {
        // What it writes to is flushed by its owner.
    }

    @Override
    public void close() {
        // What it writes to is closed by its owner.
    }
}
