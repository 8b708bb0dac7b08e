package dev.backbeat.ingest.layout.conductorconsole;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.layout.Anchor;
import dev.backbeat.ingest.layout.IsoTime;
import dev.backbeat.ingest.layout.Sample;
import dev.backbeat.model.Time;

/// The layout `conductor-console`.
///
/// A record starts with an anchor (`EventBus.ts:70 `, `musical-conductor.js?v=1f:382 `), with a time, or
/// with a symbol such as `🎼` where neither was saved. A stack row (`fn @ file.ts:98`) starts with the name
/// of a function, so its first word has no line number. A line of a recorder (`[time] LEVEL …`) continues
/// nothing either: in a file of both it is a record of its own, which no rule knows.
public final class ConductorConsoleLayout implements Layout {

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
        return Sample.perMille(
                sample, length, (bytes, from, to) -> bytes[from] != '[' && startsRecord(bytes, from, to));
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
        boolean recorded = first == '[' && IsoTime.length(bytes, from + 1, to) > 0;
        return recorded || isSymbol(bytes, from, to) || Anchor.end(bytes, from, to) > 0;
    }

    @Override
    public void head(LogRecord record) {
        byte[] bytes = record.bytes();
        int to = record.headTo();
        int at = Math.max(record.headFrom(), Anchor.end(bytes, record.headFrom(), to));
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
}
