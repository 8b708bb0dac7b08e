package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.model.Event;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.Time;
import java.util.Map;

/// Splits one chunk into records and reads them. One use, one thread.
final class ChunkParser {

    /// The longest line that is read; a longer one is rejected.
    static final int LONGEST_LINE_BYTES = 1 << 20;

    /// How many rejected lines of a chunk are kept with their offset; all are counted.
    static final int MAX_REJECTS_KEPT = 1000;

    private final Layout layout;
    private final Vocabulary.Reader reader;
    private final long gapNanos;
    private final ChunkResult result;
    private final byte[] bytes;
    private final int length;
    private final boolean readable;
    private final int blankRule;
    private final LogRecord record = new LogRecord();
    private final Map<String, TemplateMiner.Mined> templates;

    private Segment segment = new Segment(0, false);
    private int headFrom = -1;
    private int headTo;
    private boolean headFits;
    private int recordEnd;
    private int recordLines;

    ChunkParser(Layout layout, Vocabulary.Reader reader, long gapNanos, int vocabularyRules, ChunkResult result) {
        this.layout = layout;
        this.reader = reader;
        this.gapNanos = gapNanos;
        this.result = result;
        this.bytes = result.chunk.bytes();
        this.length = result.chunk.length();
        this.readable = Utf8.isReadable(bytes, 0, length);
        this.blankRule = vocabularyRules;
        this.templates = result.templates;
        result.segments.add(segment);
    }

    void parse() {
        int from = result.chunk.midLine() ? skipLongLine() : 0;
        while (from < length) {
            int end = lineEnd(from);
            line(from, end);
            from = end + 1;
        }
        flush(false);
    }

    private int skipLongLine() {
        int end = lineEnd(0);
        result.midLineBytes = Math.min(length, end);
        return end + 1;
    }

    private int lineEnd(int from) {
        return Lines.end(bytes, from, length);
    }

    private void line(int from, int end) {
        result.lines++;
        boolean unfinished = end == length;
        int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        boolean tooLong = end - from > LONGEST_LINE_BYTES || (unfinished && !result.chunk.last());
        if (tooLong || !(readable || Utf8.isReadable(bytes, from, to))) {
            flush(false);
            reject(from, end - from, tooLong ? Rejected.Reason.TOO_LONG : unreadable(from, to, unfinished));
            return;
        }
        boolean starts = layout.startsRecord(bytes, from, to);
        if (!starts && headFrom >= 0) {
            recordEnd = to;
            recordLines++;
            return;
        }
        flush(false);
        headFrom = from;
        headTo = to;
        headFits = starts;
        recordEnd = to;
        recordLines = 1;
        if (unfinished) {
            flush(true);
        }
    }

    private Rejected.Reason unreadable(int from, int to, boolean unfinished) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == 0) {
                return Rejected.Reason.BINARY;
            }
        }
        int beforeCut = Math.max(from, to - 3);
        boolean cutWithinCharacter = unfinished && Utf8.isReadable(bytes, from, beforeCut);
        return cutWithinCharacter ? Rejected.Reason.TRUNCATED : Rejected.Reason.NOT_UTF8;
    }

    private void reject(int from, int size, Rejected.Reason reason) {
        result.rejectedLines++;
        result.rejectsByReason[reason.ordinal()]++;
        if (result.rejects.size() < MAX_REJECTS_KEPT) {
            result.rejects.add(new Rejected(result.chunk.offset() + from, size, reason));
        }
    }

    private void flush(boolean unfinished) {
        if (headFrom < 0) {
            return;
        }
        record.moveTo(bytes, result.chunk.offset(), headFrom, headTo, recordEnd);
        if (headFits) {
            layout.head(record);
        }
        read(unfinished);
        headFrom = -1;
    }

    private void read(boolean unfinished) {
        int eventsBefore = result.events.size();
        int rule = reader.read(record, result.events::add);
        boolean blank = rule == Vocabulary.UNKNOWN && isBlank();
        if (rule == Vocabulary.UNKNOWN && !blank && unfinished) {
            reject(headFrom, headTo - headFrom, Rejected.Reason.TRUNCATED);
            return;
        }
        if (result.events.size() > eventsBefore && result.events.getLast() instanceof Event.SessionStarted) {
            segment = new Segment(eventsBefore, true);
            result.segments.add(segment);
        }
        account(eventsBefore);
        if (rule != Vocabulary.UNKNOWN || blank) {
            result.linesByRule[blank ? blankRule : rule] += recordLines;
        } else {
            unknown();
        }
    }

    private boolean isBlank() {
        for (int at = record.messageFrom(); at < record.messageTo(); at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void unknown() {
        String template = TemplateMiner.template(record.message());
        TemplateMiner.add(templates, template, new TemplateMiner.Mined(record.offset(), 1, recordLines));
    }

    private void account(int eventsBefore) {
        long offset = record.offset();
        long time = record.timeNanos();
        segment.record(offset);
        if (!Time.isKnown(time)) {
            return;
        }
        boolean silence = Time.isKnown(segment.lastNanos) && time - segment.lastNanos >= gapNanos;
        if (silence) {
            result.events.add(
                    eventsBefore, new Event.SilenceEnded(offset, time, segment.lastTimedOffset, segment.lastNanos));
        }
        if (segment.timedMessages < Segment.FINGERPRINT_MESSAGES) {
            long message = ContentHash.of(bytes, record.messageFrom(), record.messageTo());
            segment.fingerprint[(int) segment.timedMessages] = ContentHash.combine(message, time);
        }
        segment.timed(offset, time);
    }
}
