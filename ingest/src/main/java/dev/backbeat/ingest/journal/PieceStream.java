package dev.backbeat.ingest.journal;

import java.io.IOException;
import java.io.InputStream;

/// All pieces one after the other, as one stream.
final class PieceStream extends InputStream {

    private final Pieces pieces;
    private int next;
    private byte[] current = new byte[0];
    private int at;

    /// @param pieces closed with the stream
    PieceStream(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return advance() ? current[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean advance() throws IOException {
        while (at == current.length && next < pieces.all().size()) {
            current = pieces.bytes(next++);
            at = 0;
        }
        return at < current.length;
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
