package dev.backbeat.ingest.matching;

import dev.backbeat.model.Time;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What stands in the holes of the pattern that matched last. Reused from message to message; texts are
/// shared, so a name that comes a million times is one string. For one thread.
public final class Captures {

    private final int[] from = new int[MessagePattern.MAX_HOLES];
    private final int[] to = new int[MessagePattern.MAX_HOLES];
    private final Texts texts = new Texts();
    private byte[] bytes = new byte[0];
    private int size;

    void begin(byte[] message) {
        bytes = message;
        size = 0;
    }

    void add(int holeFrom, int holeTo) {
        from[size] = holeFrom;
        to[size] = holeTo;
        size++;
    }

    /// The text in a hole.
    public String text(int hole) {
        return texts.of(bytes, from[hole], to[hole]);
    }

    /// The text in a hole, not shared: for texts that rarely come twice.
    public String freshText(int hole) {
        return new String(bytes, from[hole], to[hole] - from[hole], StandardCharsets.UTF_8);
    }

    /// The whole number in an `{int}` hole, cut to the range of an `int`.
    public int intAt(int hole) {
        boolean negative = bytes[from[hole]] == '-';
        long value = 0;
        for (int at = from[hole] + (negative ? 1 : 0); at < to[hole]; at++) {
            value = Math.min(Integer.MAX_VALUE, value * 10 + (bytes[at] - '0'));
        }
        return (int) (negative ? -value : value);
    }

    /// The milliseconds in a `{num}` hole as nanoseconds; digits beyond the nanosecond are dropped.
    public long nanosFromMillis(int hole) {
        long whole = 0;
        long scale = Time.NANOS_PER_MILLI;
        boolean negative = bytes[from[hole]] == '-';
        boolean fraction = false;
        for (int at = from[hole] + (negative ? 1 : 0); at < to[hole]; at++) {
            if (bytes[at] == '.') {
                fraction = true;
            } else if (!fraction) {
                whole = Math.min(Long.MAX_VALUE / (100 * Time.NANOS_PER_MILLI), whole * 10 + (bytes[at] - '0'));
            } else if (scale > 1) {
                whole = whole * 10 + (bytes[at] - '0');
                scale /= 10;
            }
        }
        return negative ? -whole * scale : whole * scale;
    }

    /// The comma-separated texts in a hole.
    public List<String> list(int hole) {
        List<String> items = new ArrayList<>();
        int start = from[hole];
        for (int at = start; at <= to[hole]; at++) {
            if (at == to[hole] || bytes[at] == ',') {
                items.add(texts.of(bytes, start, at));
                start = at + 1;
            }
        }
        return List.copyOf(items);
    }
}
