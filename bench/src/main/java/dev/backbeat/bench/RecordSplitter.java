package dev.backbeat.bench;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.model.Event;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits a chunk into records and, apart from that, reads them: what the ingest does in one go.
final class RecordSplitter {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Layout layout;
    private final byte[] bytes;
    private final LogRecord record = new LogRecord();
    private int[] heads = new int[1 << 10];
    private int[] headEnds = new int[1 << 10];
    private int count;

    RecordSplitter(Layout layout, byte[] bytes) {
        this.layout = layout;
        this.bytes = bytes;
    }

    /// Cuts an input into chunks that start with a record.
    static List<byte[]> chunks(Layout layout, byte[] input) {
        List<byte[]> chunks = new ArrayList<>();
        int from = 0;
        while (from < input.length) {
            int to = Math.min(input.length, from + CHUNK_BYTES);
            int end = lineEnd(input, to - 1, input.length) + 1;
            while (end < input.length && !layout.startsRecord(input, end, lineEnd(input, end, input.length))) {
                end = lineEnd(input, end, input.length) + 1;
            }
            chunks.add(Arrays.copyOfRange(input, from, Math.min(end, input.length)));
            from = end;
        }
        return chunks;
    }

    int records() {
        return count;
    }

    /// Finds the records.
    void split() {
        for (int from = 0; from < bytes.length; ) {
            int end = lineEnd(bytes, from, bytes.length);
            if (count == 0 || layout.startsRecord(bytes, from, end)) {
                if (count == heads.length) {
                    heads = Arrays.copyOf(heads, count * 2);
                    headEnds = Arrays.copyOf(headEnds, count * 2);
                }
                heads[count] = from;
                headEnds[count] = end;
                count++;
            }
            from = end + 1;
        }
    }

    /// Reads the records that were found.
    void read(Vocabulary.Reader reader, long offset, List<Event> events) {
        for (int i = 0; i < count; i++) {
            int end = i + 1 < count ? heads[i + 1] - 1 : bytes.length;
            record.moveTo(bytes, offset, heads[i], headEnds[i], Math.max(end, headEnds[i]));
            layout.head(record);
            reader.read(record, events::add);
        }
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long differing = (long) WORD.get(bytes, at) ^ 0x0A0A0A0A0A0A0A0AL;
            long found = (differing - 0x0101010101010101L) & ~differing & 0x8080808080808080L;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
