package dev.backbeat.app.live;

import dev.backbeat.app.ingest.KeptLog;
import dev.backbeat.ingest.source.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One log that only grows, in a file of its own.
final class LiveLog implements KeptLog, AutoCloseable {

    private final String id;
    private final String format;
    private final FileSource file;
    private final FileChannel channel;
    private boolean dirty;

    private LiveLog(String id, String format, Path path, FileChannel channel) {
        this.id = id;
        this.format = format;
        this.file = new FileSource(path);
        this.channel = channel;
    }

    /// Opens it, new or again. A last line without an end was never acknowledged, and is cut off.
    static LiveLog open(String id, String format, Path path) throws IOException {
        cutTornLine(path);
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new LiveLog(id, format, path, channel);
    }

    private static void cutTornLine(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end--;
            }
            file.setLength(end);
        }
    }

    /// Adds whole lines, which are on the disk when this returns.
    ///
    /// @return where they begin
    synchronized long add(byte[] lines) throws IOException {
        long offset = channel.size();
        boolean whole = false;
        try {
            ByteBuffer rest = ByteBuffer.wrap(lines);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(false);
            whole = true;
        } finally {
            if (!whole) {
                channel.truncate(offset);
            }
        }
        dirty = true;
        return offset;
    }

    String id() {
        return id;
    }

    @Override
    public String format() {
        return format;
    }

    synchronized long bytes() throws IOException {
        return channel.size();
    }

    /// It has to be read, whatever was said before.
    synchronized void soil() {
        dirty = true;
    }

    /// Whether it grew since this was asked last.
    synchronized boolean takeDirty() {
        boolean was = dirty;
        dirty = false;
        return was;
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public String name() {
        return LiveLogs.inputName(id);
    }

    @Override
    public long storedBytes() {
        return file.storedBytes();
    }

    @Override
    public InputStream open() throws IOException {
        return file.open();
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
