package dev.backbeat.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/// A file, plain or gzipped (told by its first bytes, not its name). It is read up to the size it has when
/// it is opened: what a growing file gains meanwhile is left for the next time.
///
/// @param path the file
public record FileSource(Path path) implements Source {

    private static final int GZIP_BUFFER_BYTES = 64 * 1024;

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public long storedBytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        InputStream bounded = new BoundedInput(Channels.newInputStream(channel), channel.size());
        if (!isGzip()) {
            return bounded;
        }
        try {
            return new GZIPInputStream(bounded, GZIP_BUFFER_BYTES);
        } catch (IOException e) {
            bounded.close();
            throw e;
        }
    }

    private boolean isGzip() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        }
    }
}
