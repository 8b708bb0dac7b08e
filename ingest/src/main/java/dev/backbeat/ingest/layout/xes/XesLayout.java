package dev.backbeat.ingest.layout.xes;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.layout.IsoTime;
import dev.backbeat.ingest.layout.Sample;

/// The layout `xes`: lines that begin with `xes:`, a number and a tab. Only the first line, of the log
/// itself, has a time: the traces of a log lie side by side in time, so that between two lines nothing
/// passes.
public final class XesLayout implements Layout {

    private static final byte[] LOG = {'l', 'o', 'g', '\t'};

    @Override
    public String id() {
        return "xes";
    }

    @Override
    public String description() {
        return "an event log in XES (IEEE 1849): traces become executions, events beat runs";
    }

    @Override
    public int fit(byte[] sample, int length) {
        return Sample.perMille(sample, length, this::startsRecord);
    }

    @Override
    public boolean startsRecord(byte[] bytes, int from, int to) {
        return kindFrom(bytes, from, to) > 0;
    }

    @Override
    public void head(LogRecord record) {
        byte[] bytes = record.bytes();
        int to = record.headTo();
        int at = kindFrom(bytes, record.headFrom(), to);
        for (byte letter : LOG) {
            if (at >= to || bytes[at++] != letter) {
                return;
            }
        }
        int length = IsoTime.length(bytes, at, to);
        if (length > 0) {
            record.found(IsoTime.nanos(record, at, length), record.headFrom(), to);
        }
    }

    /// Where the kind of a line begins, 0 where it is of another shape.
    private static int kindFrom(byte[] bytes, int from, int to) {
        if (to - from < 6
                || bytes[from] != 'x'
                || bytes[from + 1] != 'e'
                || bytes[from + 2] != 's'
                || bytes[from + 3] != ':') {
            return 0;
        }
        int at = from + 4;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > from + 4 && at < to && bytes[at] == '\t' ? at + 1 : 0;
    }
}
