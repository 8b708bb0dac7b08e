package dev.backbeat.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends after so many bytes, whatever the stream below gains meanwhile.
final class BoundedInput extends FilterInputStream {

    private long left;

    BoundedInput(InputStream in, long bytes) {
        super(in);
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        int value = super.read();
        left = value < 0 ? 0 : left - 1;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int count = super.read(target, offset, (int) Math.min(length, left));
        left = count < 0 ? 0 : left - count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }
}
