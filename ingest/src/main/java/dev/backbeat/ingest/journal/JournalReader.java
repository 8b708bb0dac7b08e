package dev.backbeat.ingest.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Reads the journal of one input that [JournalWriter] wrote. Reading ends at the first block that is
/// broken or cut.
///
/// @param file where the journal lies
/// @param name how the input was named
public record JournalReader(Path file, String name) implements Journal {

    @Override
    public long storedBytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
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
            Blocks blocks = new Blocks(channel);
            read = true;
            return blocks;
        } finally {
            if (!read) {
                channel.close();
            }
        }
    }

    /// The blocks of a file.
    private static final class Blocks implements Pieces {
        private final FileChannel channel;
        private final List<JournalBlock> blocks = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();

        Blocks(FileChannel channel) throws IOException {
            this.channel = channel;
            long position = 0;
            while (position + JournalBlock.HEADER_BYTES <= channel.size()) {
                JournalBlock block = JournalBlock.read(read(position, JournalBlock.HEADER_BYTES));
                long next = position + JournalBlock.HEADER_BYTES + block.compressedLength();
                if (!block.isValid() || next > channel.size()) {
                    break;
                }
                blocks.add(block);
                positions.add(position + JournalBlock.HEADER_BYTES);
                pieces.add(new Piece(block.offset(), block.length(), block.linesBefore()));
                position = next;
            }
        }

        @Override
        public List<Piece> all() {
            return pieces;
        }

        @Override
        public byte[] bytes(int index) throws IOException {
            JournalBlock block = blocks.get(index);
            byte[] compressed =
                    read(positions.get(index), block.compressedLength()).array();
            if (!block.fits(compressed)) {
                throw new IOException("a block of the journal is damaged");
            }
            return block.decompress(compressed);
        }

        private ByteBuffer read(long position, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new IOException("the journal ends within a block");
                }
            }
            return buffer.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
