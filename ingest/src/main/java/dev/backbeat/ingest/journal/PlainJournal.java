package dev.backbeat.ingest.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A log that lies as it was taken, redacted, in a file that only grows; that file is its journal. Beside
/// it lies a file that says how many lines stand before each piece, so that a line is found without
/// counting from the first one. What that file does not say is counted.
///
/// @param file where the log lies
/// @param name how the input is named
/// @param bytes how much of it counts; what follows was taken later
public record PlainJournal(Path file, String name, long bytes) implements Journal {

    private static final int PIECE_BYTES = 1 << 20;
    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    @Override
    public long storedBytes() {
        return bytes;
    }

    @Override
    public InputStream open() throws IOException {
        return new PieceStream(pieces());
    }

    @Override
    public Pieces pieces() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean read = false;
        try {
            Stretches stretches = new Stretches(channel, Math.min(bytes, channel.size()), index(file));
            read = true;
            return stretches;
        } finally {
            if (!read) {
                channel.close();
            }
        }
    }

    /// Where the file lies that says how many lines stand before each piece of a log.
    public static Path index(Path file) {
        return file.resolveSibling(file.getFileName() + ".lines");
    }

    /// Notes how many lines stand before an offset, at which a line begins. Offsets are noted in order;
    /// the first one, 0, begins anew. Nothing depends on it but how fast a line is found.
    ///
    /// @throws IOException when the note can't be written
    public static void note(Path file, long offset, long linesBefore) throws IOException {
        ByteBuffer entry = ByteBuffer.allocate(ENTRY_BYTES)
                .putLong(offset)
                .putLong(linesBefore)
                .flip();
        StandardOpenOption how = offset == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (FileChannel channel =
                FileChannel.open(index(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            while (entry.hasRemaining()) {
                channel.write(entry);
            }
        }
    }

    /// Pieces of a plain file.
    private static final class Stretches implements Pieces {
        private final FileChannel channel;
        private final List<Piece> pieces = new ArrayList<>();

        Stretches(FileChannel channel, long bytes, Path index) throws IOException {
            this.channel = channel;
            long offset = 0;
            long lines = 0;
            if (Files.exists(index)) {
                ByteBuffer known = ByteBuffer.wrap(Files.readAllBytes(index));
                while (known.remaining() >= ENTRY_BYTES) {
                    long next = known.getLong();
                    long before = known.getLong();
                    if (next > offset && next <= bytes && next - offset <= Integer.MAX_VALUE && before >= lines) {
                        pieces.add(new Piece(offset, (int) (next - offset), lines));
                        offset = next;
                        lines = before;
                    }
                }
            }
            count(offset, lines, bytes);
        }

        /// Cuts what follows on the noted pieces, at lines.
        private void count(long from, long linesBefore, long bytes) throws IOException {
            long offset = from;
            long lines = linesBefore;
            while (offset < bytes) {
                byte[] some = read(offset, (int) Math.min(PIECE_BYTES, bytes - offset));
                int end = offset + some.length == bytes ? some.length : afterLastLine(some);
                pieces.add(new Piece(offset, end, lines));
                for (int at = 0; at < end; at++) {
                    lines += some[at] == '\n' ? 1 : 0;
                }
                offset += end;
            }
        }

        private static int afterLastLine(byte[] some) {
            int at = some.length;
            while (at > 0 && some[at - 1] != '\n') {
                at--;
            }
            return at == 0 ? some.length : at;
        }

        @Override
        public List<Piece> all() {
            return pieces;
        }

        @Override
        public byte[] bytes(int index) throws IOException {
            return read(pieces.get(index).offset(), pieces.get(index).length());
        }

        private byte[] read(long offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            int count = 0;
            while (buffer.hasRemaining() && count >= 0) {
                count = channel.read(buffer, offset + buffer.position());
            }
            return count < 0 ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
