package dev.backbeat.ingest.stage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds line ends eight bytes at a time: the classic zero-byte test on the bytes combined with the byte that
/// is looked for (Henry S. Warren, *Hacker's Delight*, section 6-1).
final class Lines {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Lines() {}

    /// The position of the first line end at or behind `from`, `to` when there is none.
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long combined = (long) WORD.get(bytes, at) ^ NEWLINES;
            long hit = (combined - LOW_BITS) & ~combined & HIGH_BITS;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
