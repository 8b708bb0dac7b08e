package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into chunks of about a mebibyte, each at the start of a record. A record that is larger
/// than the largest chunk is cut at a line; a line that is, within the line.
final class ChunkReader {

    /// What a chunk is meant to hold.
    static final int CHUNK_BYTES = 1 << 20;

    /// What a chunk may hold while the reader looks for a place to cut.
    static final int LARGEST_CHUNK_BYTES = 8 << 20;

    private final InputStream in;
    private final Layout layout;
    private final int chunkBytes;
    private final int largestChunkBytes;
    private byte[] carried = new byte[0];
    private long offset;
    private boolean midLine;
    private boolean ended;

    ChunkReader(InputStream in, Layout layout) {
        this(in, layout, CHUNK_BYTES, LARGEST_CHUNK_BYTES);
    }

    /// Goes on where another reader of the same input was.
    ///
    /// @param in what follows on the bytes that were carried
    ChunkReader(InputStream in, Layout layout, Mark mark) {
        this(in, layout, mark.chunkBytes(), mark.largestChunkBytes());
        this.carried = mark.carried();
        this.offset = mark.offset();
        this.midLine = mark.midLine();
    }

    /// Where a reader is between two chunks.
    ///
    /// @param carried what was read behind the last chunk
    /// @param offset where that begins in the input
    record Mark(int chunkBytes, int largestChunkBytes, byte[] carried, long offset, boolean midLine) {

        /// The beginning of an input.
        static Mark start(int chunkBytes, int largestChunkBytes) {
            return new Mark(chunkBytes, largestChunkBytes, new byte[0], 0, false);
        }

        /// How much of the input was read.
        long readBytes() {
            return offset + carried.length;
        }
    }

    /// Where it is.
    Mark mark() {
        return new Mark(chunkBytes, largestChunkBytes, carried, offset, midLine);
    }

    /// With other sizes, for tests.
    ChunkReader(InputStream in, Layout layout, int chunkBytes, int largestChunkBytes) {
        this.in = in;
        this.layout = layout;
        this.chunkBytes = chunkBytes;
        this.largestChunkBytes = largestChunkBytes;
    }

    /// The next chunk, `null` after the last.
    @Nullable
    Chunk next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] buffer = Arrays.copyOf(carried, Math.max(chunkBytes, carried.length + chunkBytes / 2));
        int filled = carried.length;
        int searched = 0;
        while (true) {
            int read = in.readNBytes(buffer, filled, buffer.length - filled);
            filled += read;
            if (filled < buffer.length) {
                ended = true;
                return filled == 0 && offset > 0 ? null : chunk(buffer, filled, filled, false);
            }
            int cut = recordCut(buffer, filled, searched);
            if (cut > 0) {
                return chunk(buffer, cut, filled, false);
            }
            if (filled >= largestChunkBytes) {
                int line = lastLineEnd(buffer, filled);
                return line > 0 ? chunk(buffer, line, filled, false) : chunk(buffer, filled, filled, true);
            }
            searched = filled;
            buffer = Arrays.copyOf(buffer, Math.min(largestChunkBytes, buffer.length * 2));
        }
    }

    private Chunk chunk(byte[] buffer, int cut, int filled, boolean withinLine) {
        Chunk chunk = new Chunk(buffer, cut, offset, midLine, ended);
        carried = Arrays.copyOfRange(buffer, cut, filled);
        offset += cut;
        midLine = withinLine;
        return chunk;
    }

    /// The start of the last line that may start a record, 0 when there is none behind `searched`.
    private int recordCut(byte[] buffer, int filled, int searched) {
        int lineEnd = lastLineEnd(buffer, filled);
        while (lineEnd > Math.max(1, searched)) {
            int previous = lineStart(buffer, lineEnd - 1);
            boolean starts = previous > 0 && layout.startsRecord(buffer, previous, lineEnd - 1);
            if (starts && !repeatsLineAbove(buffer, previous, lineEnd - 1)) {
                return previous;
            }
            lineEnd = previous;
        }
        return 0;
    }

    /// Whether a line says again, behind its first word, what the line above ends with: an echo is told by
    /// the line above, so the two stay together.
    private static boolean repeatsLineAbove(byte[] buffer, int from, int to) {
        int text = from;
        while (text < to && buffer[text] != ' ') {
            text++;
        }
        int length = to - text;
        int above = from - 1 - length;
        return length > 1 && above >= 0 && Arrays.equals(buffer, text, to, buffer, above, from - 1);
    }

    private static int lastLineEnd(byte[] buffer, int filled) {
        int at = filled;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static int lineStart(byte[] buffer, int lineEnd) {
        int at = lineEnd;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
