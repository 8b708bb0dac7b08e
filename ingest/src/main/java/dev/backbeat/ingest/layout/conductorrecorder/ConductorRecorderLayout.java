package dev.backbeat.ingest.layout.conductorrecorder;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.layout.Anchor;
import dev.backbeat.ingest.layout.IsoTime;
import dev.backbeat.ingest.layout.Sample;

/// The layout `conductor-recorder`.
public final class ConductorRecorderLayout implements Layout {

    private static final int LONGEST_LEVEL = 8;

    @Override
    public String id() {
        return "conductor-recorder";
    }

    @Override
    public String description() {
        return "`[ISO time] LEVEL message`, as a recorder that wraps the console writes it";
    }

    @Override
    public int fit(byte[] sample, int length) {
        return Sample.perMille(
                sample, length, (bytes, from, to) -> bytes[from] == '[' && startsRecord(bytes, from, to));
    }

    @Override
    public boolean startsRecord(byte[] bytes, int from, int to) {
        if (to <= from || bytes[from] != '[') {
            return isOfAConsole(bytes, from, to);
        }
        return messageFrom(bytes, from, to) > 0;
    }

    @Override
    public void head(LogRecord record) {
        byte[] bytes = record.bytes();
        int from = record.headFrom();
        int to = record.headTo();
        if (bytes[from] != '[') {
            return;
        }
        int timeLength = IsoTime.length(bytes, from + 1, to);
        long time = IsoTime.nanos(record, from + 1, timeLength);
        int message = messageFrom(bytes, from, to);
        int printedLength = IsoTime.length(bytes, message, to);
        if (printedLength > 0 && message + printedLength < to && bytes[message + printedLength] == ' ') {
            time = IsoTime.nanos(record, message, printedLength);
            message += printedLength + 1;
        }
        record.found(time, message, to);
    }

    /// A line of a console's export, with file, line and time, continues nothing: in a file of both kinds it
    /// is a record of its own, which no rule knows.
    private static boolean isOfAConsole(byte[] bytes, int from, int to) {
        int anchor = Anchor.end(bytes, from, to);
        return anchor > 0 && IsoTime.length(bytes, anchor + 1, to) > 0;
    }

    /// Where the message begins, 0 when the line is of another shape.
    private static int messageFrom(byte[] bytes, int from, int to) {
        int timeLength = IsoTime.length(bytes, from + 1, to);
        int at = from + 1 + timeLength;
        if (timeLength == 0 || at + 2 >= to || bytes[at] != ']' || bytes[at + 1] != ' ') {
            return 0;
        }
        at += 2;
        int levelFrom = at;
        while (at < to && bytes[at] >= 'A' && bytes[at] <= 'Z' && at - levelFrom <= LONGEST_LEVEL) {
            at++;
        }
        boolean level = at > levelFrom && at - levelFrom <= LONGEST_LEVEL;
        if (!level || (at < to && bytes[at] != ' ')) {
            return 0;
        }
        return Math.min(to, at + 1);
    }
}
