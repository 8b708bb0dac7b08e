package dev.backbeat.ingest.layout.conductorconsole;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.layout.IsoTime;
import dev.backbeat.ingest.layout.Sample;
import dev.backbeat.model.Time;

/// The layout `conductor-console`.
///
/// A record starts with an anchor (`EventBus.ts:70 `, `musical-conductor.js?v=1f:382 `), with a time, or
/// with a symbol such as `🎼` where neither was saved. A stack row (`fn @ file.ts:98`) starts with the name
/// of a function, so its first word has no line number.
public final class ConductorConsoleLayout implements Layout {

    private static final int LONGEST_ANCHOR = 400;
    private static final int FOUR_BYTE_LEAD = 0xF0;

    @Override
    public String id() {
        return "conductor-console";
    }

    @Override
    public String description() {
        return "a browser console's *Save as…* of a page on `musical-conductor`, with or without times";
    }

    @Override
    public int fit(byte[] sample, int length) {
        return Sample.perMille(sample, length, this::startsRecord);
    }

    @Override
    public boolean startsRecord(byte[] bytes, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        int first = bytes[from] & 0xFF;
        if (first == ' ') {
            return IsoTime.length(bytes, from + 1, to) > 0 || isSymbol(bytes, from + 1, to);
        }
        if (first >= '0' && first <= '9' && IsoTime.length(bytes, from, to) > 0) {
            return true;
        }
        return isSymbol(bytes, from, to) || anchorEnd(bytes, from, to) > 0;
    }

    @Override
    public void head(LogRecord record) {
        byte[] bytes = record.bytes();
        int to = record.headTo();
        int at = Math.max(record.headFrom(), anchorEnd(bytes, record.headFrom(), to));
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        int timeLength = at < to && bytes[at] >= '0' && bytes[at] <= '9' ? IsoTime.length(bytes, at, to) : 0;
        if (timeLength == 0) {
            record.found(Time.UNKNOWN, at, to);
            return;
        }
        long time = IsoTime.nanos(record, at, timeLength);
        int message = at + timeLength;
        record.found(time, message < to && bytes[message] == ' ' ? message + 1 : message, to);
    }

    /// Symbols and pictures lie beyond the Basic Multilingual Plane, or at U+2000 and above (`✅`, `⏱`).
    private static boolean isSymbol(byte[] bytes, int from, int to) {
        if (from + 3 > to) {
            return false;
        }
        int first = bytes[from] & 0xFF;
        boolean technical = first == 0xE2 && (bytes[from + 1] & 0xFF) >= 0x8C;
        return first >= FOUR_BYTE_LEAD || technical;
    }

    /// Where the first word ends when it is `something:digits` and a blank follows, 0 when it is not.
    private static int anchorEnd(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + LONGEST_ANCHOR);
        int at = from;
        while (at < limit && bytes[at] != ' ') {
            at++;
        }
        int digits = at;
        while (digits > from && bytes[digits - 1] >= '0' && bytes[digits - 1] <= '9') {
            digits--;
        }
        boolean anchor = at < limit && digits < at && digits > from + 1 && bytes[digits - 1] == ':';
        return anchor ? at : 0;
    }
}
