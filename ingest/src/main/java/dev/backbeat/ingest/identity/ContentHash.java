package dev.backbeat.ingest.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A fast 64-bit hash that tells contents apart; not for secrets. Words are mixed by multiplication and
/// rotation and finished as in MurmurHash3 (Austin Appleby's `fmix64`).
public final class ContentHash {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long FINISH_1 = 0xFF51AFD7ED558CCDL;
    private static final long FINISH_2 = 0xC4CEB9FE1A85EC53L;

    private ContentHash() {}

    /// The hash of `bytes[from..to)`.
    public static long of(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = combine(hash, (long) WORD.get(bytes, at));
        }
        long tail = 0;
        for (; at < to; at++) {
            tail = (tail << 8) | (bytes[at] & 0xFF);
        }
        return finish(combine(hash, tail));
    }

    /// The hash of a text.
    public static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /// The hash of `hash` followed by `value`; the order matters.
    public static long combine(long hash, long value) {
        return Long.rotateLeft(hash ^ (value * MULTIPLIER), 29) * MULTIPLIER + 0x52DCE729L;
    }

    /// Spreads what differs in few bits over all of them.
    public static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * FINISH_1;
        mixed = (mixed ^ (mixed >>> 33)) * FINISH_2;
        return mixed ^ (mixed >>> 33);
    }
}
