package dev.backbeat.ingest;

import dev.backbeat.model.Time;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One record of a log while it is being read: a window on a chunk's bytes that moves from record to
/// record. The stage sets where it lies, the layout sets what its head line says, the vocabulary reads it.
/// Mutable and reused, so nothing may keep it.
public final class LogRecord {

    /// How much of the lines that follow the head is kept with an error, in bytes.
    public static final int MAX_CONTINUATION_BYTES = 8 * 1024;

    private byte[] bytes = new byte[0];
    private long baseOffset;
    private int previousHeadFrom;
    private int previousHeadTo;
    private int headFrom;
    private int headTo;
    private int end;
    private long timeNanos;
    private int messageFrom;
    private int messageTo;
    private long minuteDate;
    private long minuteClock;
    private long minuteNanos;

    /// Moves to another record.
    ///
    /// @param headFrom where its head line begins
    /// @param headTo where its head line ends, without the line end
    /// @param end where its last line ends, without the line end
    public void moveTo(byte[] bytes, long baseOffset, int headFrom, int headTo, int end) {
        this.previousHeadFrom = bytes == this.bytes ? this.headFrom : 0;
        this.previousHeadTo = bytes == this.bytes ? this.headTo : 0;
        this.bytes = bytes;
        this.baseOffset = baseOffset;
        this.headFrom = headFrom;
        this.headTo = headTo;
        this.end = end;
        this.timeNanos = Time.UNKNOWN;
        this.messageFrom = headFrom;
        this.messageTo = headTo;
    }

    /// Sets what the layout found in the head line.
    public void found(long time, int from, int to) {
        this.timeNanos = time;
        this.messageFrom = from;
        this.messageTo = to;
    }

    /// The bytes of the chunk.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the head line begins in [#bytes].
    public int headFrom() {
        return headFrom;
    }

    /// Where the head line ends in [#bytes].
    public int headTo() {
        return headTo;
    }

    /// Where the message begins in [#bytes].
    public int messageFrom() {
        return messageFrom;
    }

    /// Where the message ends in [#bytes].
    public int messageTo() {
        return messageTo;
    }

    /// Where the head line of the record above begins, equal to [#previousHeadTo] where the chunk has none.
    public int previousHeadFrom() {
        return previousHeadFrom;
    }

    /// Where the head line of the record above ends.
    public int previousHeadTo() {
        return previousHeadTo;
    }

    /// The offset of the head line in the input.
    public long offset() {
        return baseOffset + headFrom;
    }

    /// When it was written, [Time#UNKNOWN] where it has no time.
    public long timeNanos() {
        return timeNanos;
    }

    /// Whether the sixteen bytes of a date, an hour and a minute are those that were remembered last.
    public boolean isSameMinute(long date, long clock) {
        return date == minuteDate && clock == minuteClock;
    }

    /// Remembers what sixteen bytes of a date, an hour and a minute stand for.
    public void rememberMinute(long date, long clock, long nanos) {
        minuteDate = date;
        minuteClock = clock;
        minuteNanos = nanos;
    }

    /// The epoch nanoseconds of the remembered minute.
    public long minuteNanos() {
        return minuteNanos;
    }

    /// The message of the head line.
    public String message() {
        return new String(bytes, messageFrom, messageTo - messageFrom, StandardCharsets.UTF_8);
    }

    /// The lines that follow the head line, cut at [#MAX_CONTINUATION_BYTES]; `null` where there are none.
    public @Nullable String continuation() {
        boolean carriageReturn = headTo < end && bytes[headTo] == '\r';
        int from = Math.min(headTo + (carriageReturn ? 2 : 1), end);
        if (from >= end) {
            return null;
        }
        int to = Math.min(end, from + MAX_CONTINUATION_BYTES);
        while (to < end && (bytes[to] & 0xC0) == 0x80) {
            to--;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .stripTrailing();
        return text.isEmpty() ? null : text;
    }
}
