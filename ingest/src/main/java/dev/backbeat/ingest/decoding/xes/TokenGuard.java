package dev.backbeat.ingest.decoding.xes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops when a tag, a text or a comment is longer than anything sensible, before the parser keeps it
/// in memory.
final class TokenGuard extends FilterInputStream {
    private static final int LONGEST = 8 << 20;

    private int length;
    private int mode;
    private int previous;
    private int beforePrevious;

    TokenGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            pass(value);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int count = super.read(target, offset, wanted);
        for (int i = 0; i < count; i++) {
            pass(target[offset + i]);
        }
        return count;
    }

    /// Within `<!` the mode is the character that ends it twice: `-` of a comment, `]` of literal text.
    private void pass(int value) throws IOException {
        if (++length > LONGEST) {
            throw new IOException("a tag or a text has more than %,d bytes".formatted(LONGEST));
        }
        if (mode == 0 && value == '<') {
            length = 0;
        } else if (mode == 0 && beforePrevious == '<' && previous == '!' && (value == '-' || value == '[')) {
            mode = value == '-' ? '-' : ']';
        } else if (mode != 0 && value == '>' && previous == mode && beforePrevious == mode) {
            mode = 0;
            length = 0;
        }
        beforePrevious = previous;
        previous = value;
    }
}
