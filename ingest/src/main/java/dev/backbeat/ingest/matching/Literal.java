package dev.backbeat.ingest.matching;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes that must stand somewhere to the letter, compared eight at a time. Literals are short and compared
/// many times for each line of log, where the general comparison of arrays costs mostly its preparation.
final class Literal {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final long[] words;
    private final long last;

    Literal(byte[] bytes) {
        this.bytes = bytes;
        this.words = new long[bytes.length / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) WORD.get(bytes, i * Long.BYTES);
        }
        this.last = bytes.length < Long.BYTES ? 0 : (long) WORD.get(bytes, bytes.length - Long.BYTES);
    }

    int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Whether it stands at `at` and ends before `to`.
    boolean isAt(byte[] text, int at, int to) {
        int length = bytes.length;
        if (to - at < length) {
            return false;
        }
        if (length < Long.BYTES) {
            for (int i = 0; i < length; i++) {
                if (text[at + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < words.length; i++) {
            if ((long) WORD.get(text, at + i * Long.BYTES) != words[i]) {
                return false;
            }
        }
        return (long) WORD.get(text, at + length - Long.BYTES) == last;
    }

    /// The first place from `from` on where it stands and ends before `limit`, -1 when there is none.
    int indexIn(byte[] text, int from, int limit) {
        byte first = bytes[0];
        int lastStart = limit - bytes.length;
        for (int at = from; at <= lastStart; at++) {
            if (text[at] == first && isAt(text, at, limit)) {
                return at;
            }
        }
        return -1;
    }

    /// The last place from `from` on where it stands and ends before `limit`, -1 when there is none.
    int lastIndexIn(byte[] text, int from, int limit) {
        for (int at = limit - bytes.length; at >= from; at--) {
            if (isAt(text, at, limit)) {
                return at;
            }
        }
        return -1;
    }
}
