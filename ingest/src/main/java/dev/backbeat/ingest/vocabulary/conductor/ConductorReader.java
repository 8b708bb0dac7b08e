package dev.backbeat.ingest.vocabulary.conductor;

import dev.backbeat.ingest.EventSink;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.matching.Captures;
import dev.backbeat.ingest.matching.PatternIndex;
import dev.backbeat.model.Event;
import dev.backbeat.model.Time;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads the conductor's messages on one thread. Console styling is undone first: `%c` with its CSS at the
/// end, terminal colours, and the indentation of the development mode.
final class ConductorReader implements Vocabulary.Reader {

    private static final byte ESCAPE = 0x1B;
    private static final byte[] CSS = " color: ".getBytes(StandardCharsets.UTF_8);

    private final PatternIndex index;
    private final List<EventRules.EventRule> eventRules;
    private final List<TroubleRules.TextRule> textRules;
    private final int echoRule;
    private final Captures captures = new Captures();
    private byte[] plain = new byte[512];

    ConductorReader(PatternIndex index, List<EventRules.EventRule> eventRules, List<TroubleRules.TextRule> textRules) {
        this.index = index;
        this.eventRules = eventRules;
        this.textRules = textRules;
        this.echoRule = eventRules.size() + textRules.size();
    }

    @Override
    public int read(LogRecord record, EventSink sink) {
        byte[] bytes = record.bytes();
        int from = record.messageFrom();
        int to = record.messageTo();
        if (from < to && bytes[from] == ESCAPE) {
            to = withoutColours(bytes, from, to);
            bytes = plain;
            from = 0;
        }
        int rule = find(bytes, from, to);
        if (rule == Vocabulary.UNKNOWN) {
            return Vocabulary.UNKNOWN;
        }
        if (rule >= eventRules.size()) {
            return trouble(rule, record, sink);
        }
        EventRules.EventRule eventRule = eventRules.get(rule);
        if (eventRule.echoed() && isEcho(record)) {
            return echoRule;
        }
        sink.accept(eventRule.reader().read(captures, record));
        return rule;
    }

    private int find(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && bytes[start] == ' ') {
            start++;
        }
        if (start - from >= 2) {
            int indented = index.find(bytes, start - 2, to, captures);
            if (indented != Vocabulary.UNKNOWN) {
                return indented;
            }
        }
        int end = to;
        if (end - start > 2 && bytes[start] == '%' && bytes[start + 1] == 'c') {
            start += 2;
            end = beforeCss(bytes, start, end);
        }
        return index.find(bytes, start, end, captures);
    }

    private static int beforeCss(byte[] bytes, int from, int to) {
        for (int at = to - CSS.length; at >= from; at--) {
            if (Arrays.equals(bytes, at, at + CSS.length, CSS, 0, CSS.length)) {
                return at;
            }
        }
        return to;
    }

    /// Copies the message without `ESC [ … letter` and answers its length.
    private int withoutColours(byte[] bytes, int from, int to) {
        if (plain.length < to - from) {
            plain = new byte[(to - from) * 2];
        }
        int length = 0;
        int at = from;
        while (at < to) {
            if (bytes[at] == ESCAPE && at + 1 < to && bytes[at + 1] == '[') {
                at += 2;
                while (at < to && !Character.isLetter(bytes[at])) {
                    at++;
                }
                at++;
            } else {
                plain[length++] = bytes[at++];
            }
        }
        return length;
    }

    /// A console group prints its title again, without a time, just below the line it was logged as.
    private static boolean isEcho(LogRecord record) {
        if (Time.isKnown(record.timeNanos())) {
            return false;
        }
        int length = record.messageTo() - record.messageFrom();
        int above = record.previousHeadTo() - length;
        return above >= record.previousHeadFrom()
                && Arrays.equals(
                        record.bytes(),
                        above,
                        record.previousHeadTo(),
                        record.bytes(),
                        record.messageFrom(),
                        record.messageTo());
    }

    private int trouble(int rule, LogRecord record, EventSink sink) {
        TroubleRules.TextRule textRule = textRules.get(rule - eventRules.size());
        if (textRule.kind() != TroubleRules.Kind.SILENT) {
            String kind = textRule.kind() == TroubleRules.Kind.NETWORK ? "network" : textRule.name();
            sink.accept(new Event.ErrorLogged(
                    record.offset(), record.timeNanos(), kind, record.message().strip(), record.continuation()));
        }
        return rule;
    }
}
