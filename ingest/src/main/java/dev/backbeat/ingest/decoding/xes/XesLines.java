package dev.backbeat.ingest.decoding.xes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The lines of the traces of a log, made as they are read.
final class XesLines extends InputStream {
    private final XesReader reader;
    private final XesWriter writer;
    private byte[] current = new byte[0];
    private int at;

    XesLines(XesReader reader, String log) {
        this.reader = reader;
        this.writer = new XesWriter(log);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (at == current.length) {
            XesTrace trace = reader.next();
            if (trace == null) {
                return -1;
            }
            current = writer.lines(trace);
            at = 0;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
