package dev.backbeat.ingest.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes the journal of one input. What was appended is durable once [#sync] has returned.
///
/// Errors of the file system come as [UncheckedIOException].
public final class JournalWriter implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private JournalWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Begins a journal, replacing what lies there.
    public static JournalWriter create(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new JournalWriter(
                    file,
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Appends a block that [BlockCompressor#compress] made.
    ///
    /// @param offset where its bytes begin in the input
    /// @param length how many bytes of the input it holds
    /// @param linesBefore how many lines of the input stand before it
    public void append(long offset, int length, long linesBefore, byte[] compressed) {
        try {
            write(JournalBlock.header(offset, length, linesBefore, compressed));
            write(ByteBuffer.wrap(compressed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// Makes durable what was appended.
    public void sync() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it is written.
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
