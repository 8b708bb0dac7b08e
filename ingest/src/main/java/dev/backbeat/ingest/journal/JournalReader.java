package dev.backbeat.ingest.journal;

import dev.backbeat.ingest.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the journal of one input: as a whole, as the [Source] it once was, or one line of it. Reading ends
/// at the first block that is broken or cut.
///
/// @param file where the journal lies
/// @param name how the input was named
public record JournalReader(Path file, String name) implements Source {

    private static final int LONGEST_LINE_SHOWN = 64 * 1024;

    /// A raw line.
    ///
    /// @param number from 1
    /// @param text without the line end
    public record Line(long number, String text) {}

    /// A piece of the input.
    ///
    /// @param offset where it begins in the input
    /// @param linesBefore how many lines of the input stand before it
    /// @param bytes its bytes
    public record Page(long offset, long linesBefore, byte[] bytes) {}

    private record Placed(JournalBlock block, long position) {}

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
        return new JournalStream(FileChannel.open(file, StandardOpenOption.READ));
    }

    /// The piece of the input that holds `offset`; empty where the journal does not hold it.
    public Optional<Page> page(long offset) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (Placed placed : blocks(channel)) {
                JournalBlock block = placed.block();
                if (offset >= block.offset() && offset < block.offset() + block.length()) {
                    return Optional.of(new Page(block.offset(), block.linesBefore(), bytes(channel, placed)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a line begins; empty where the journal does not hold it.
    ///
    /// @param number from 1
    public OptionalLong offsetOfLine(long number) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Placed> blocks = blocks(channel);
            int index = blocks.size() - 1;
            while (index > 0 && blocks.get(index).block().linesBefore() >= number) {
                index--;
            }
            return index < 0 ? OptionalLong.empty() : offsetOfLine(channel, blocks.get(index), number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalLong offsetOfLine(FileChannel channel, Placed placed, long number) throws IOException {
        byte[] bytes = bytes(channel, placed);
        long line = placed.block().linesBefore() + 1;
        int at = 0;
        while (line < number && at < bytes.length) {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
        boolean found = line == number && at < bytes.length;
        return found ? OptionalLong.of(placed.block().offset() + at) : OptionalLong.empty();
    }

    /// The line that begins at or contains `offset`, with so many lines before and after it from the same
    /// or the neighbouring block; empty where the journal has no such line.
    ///
    /// @return the lines in order
    public Optional<List<Line>> lines(long offset, int before, int after) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Placed> blocks = blocks(channel);
            for (int i = 0; i < blocks.size(); i++) {
                JournalBlock block = blocks.get(i).block();
                if (offset >= block.offset() && offset < block.offset() + block.length()) {
                    return Optional.of(window(channel, blocks, i, offset, before, after));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> window(
            FileChannel channel, List<Placed> blocks, int index, long offset, int before, int after)
            throws IOException {
        int first = Math.max(0, before > 0 ? index - 1 : index);
        int last = Math.min(blocks.size() - 1, after > 0 ? index + 1 : index);
        List<Line> lines = new ArrayList<>();
        int wanted = 0;
        for (int i = first; i <= last; i++) {
            Placed placed = blocks.get(i);
            byte[] bytes = bytes(channel, placed);
            long number = placed.block().linesBefore();
            int from = 0;
            while (from < bytes.length) {
                int end = from;
                while (end < bytes.length && bytes[end] != '\n') {
                    end++;
                }
                number++;
                if (placed.block().offset() + from <= offset) {
                    wanted = lines.size();
                }
                int shown = Math.min(end - from, LONGEST_LINE_SHOWN);
                lines.add(new Line(number, new String(bytes, from, shown, StandardCharsets.UTF_8).stripTrailing()));
                from = end + 1;
            }
        }
        return List.copyOf(lines.subList(Math.max(0, wanted - before), Math.min(lines.size(), wanted + after + 1)));
    }

    private static List<Placed> blocks(FileChannel channel) throws IOException {
        List<Placed> blocks = new ArrayList<>();
        long position = 0;
        while (position + JournalBlock.HEADER_BYTES <= channel.size()) {
            JournalBlock block = JournalBlock.read(read(channel, position, JournalBlock.HEADER_BYTES));
            if (!block.isValid() || position + JournalBlock.HEADER_BYTES + block.compressedLength() > channel.size()) {
                break;
            }
            blocks.add(new Placed(block, position));
            position += JournalBlock.HEADER_BYTES + block.compressedLength();
        }
        return blocks;
    }

    private static byte[] bytes(FileChannel channel, Placed placed) throws IOException {
        JournalBlock block = placed.block();
        byte[] compressed = read(channel, placed.position() + JournalBlock.HEADER_BYTES, block.compressedLength())
                .array();
        if (!block.fits(compressed)) {
            throw new IOException("a block of the journal is damaged");
        }
        return block.decompress(compressed);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the journal ends within a block");
            }
        }
        return buffer.flip();
    }

    private static final class JournalStream extends InputStream {
        private final FileChannel channel;
        private final List<Placed> blocks;
        private int next;
        private byte[] current = new byte[0];
        private int at;

        JournalStream(FileChannel channel) throws IOException {
            this.channel = channel;
            this.blocks = blocks(channel);
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
            while (at == current.length && next < blocks.size()) {
                current = bytes(channel, blocks.get(next++));
                at = 0;
            }
            return at < current.length;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
