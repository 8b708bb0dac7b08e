package dev.backbeat.ingest.vocabulary.xes;

import dev.backbeat.ingest.EventSink;
import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.model.Event;
import dev.backbeat.model.Time;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The vocabulary `xes`. A trace is an execution of the sequence that the log is called after, and its
/// name the id of the request; an event is a beat run. A trace that ends is completed: XES knows of no
/// other end. Events that tell neither of a start nor of an end (`schedule`, `assign`, `suspend`, …)
/// are silent.
public final class XesVocabulary implements Vocabulary {

    private static final List<String> KINDS = List.of("log", "trace", "beat", "failed", "open", "step", "end");
    private static final List<Rule> RULES = List.of(
            new Rule("log", false),
            new Rule("trace-started", true),
            new Rule("beat", true),
            new Rule("beat-failed", true),
            new Rule("beat-open", true),
            new Rule("step-of-a-beat", false),
            new Rule("trace-ended", true));

    @Override
    public String id() {
        return "xes";
    }

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public Reader reader() {
        return XesVocabulary::read;
    }

    private static int read(LogRecord record, EventSink sink) {
        String[] fields = record.message().split("\t", -1);
        int rule = fields.length < 3 ? -1 : KINDS.indexOf(fields[1]);
        boolean named = rule <= 0 || fields.length > (rule >= 2 && rule <= 4 ? 4 : 3);
        return rule >= 0 && named && tell(rule, record.offset(), fields, sink) ? rule : UNKNOWN;
    }

    private static boolean tell(int rule, long offset, String[] fields, EventSink sink) {
        long time = nanos(fields[2]);
        String text = rule == 0 ? "" : plain(fields[3]);
        switch (rule) {
            case 1 -> {
                if (fields.length < 5) {
                    return false;
                }
                sink.accept(new Event.SequenceStarted(offset, time, text));
                sink.accept(new Event.RequestIdentified(offset, time, plain(fields[4])));
            }
            case 2, 3, 4 -> {
                return beat(rule, offset, time, fields, sink);
            }
            case 6 -> sink.accept(new Event.SequenceCompleted(offset, time, text, Time.UNKNOWN));
            default -> {}
        }
        return true;
    }

    /// A beat without a name is no beat that anybody could find again.
    private static boolean beat(int rule, long offset, long start, String[] fields, EventSink sink) {
        String name = plain(fields[4]);
        if (name.isBlank()) {
            return false;
        }
        long end = nanos(fields[3]);
        sink.accept(new Event.BeatStarted(offset, start, -1, 0, 0));
        sink.accept(new Event.BeatDescribed(offset, start, -1, name, name));
        if (rule == 2) {
            long duration = start == end ? Time.UNKNOWN : Time.between(start, end);
            sink.accept(new Event.BeatCompleted(offset, end, -1, name, duration));
        } else if (rule == 3) {
            sink.accept(new Event.BeatFailed(offset, end, -1, name, "reported as aborted", null));
        }
        return true;
    }

    private static long nanos(@Nullable String text) {
        if (text == null || text.equals("-")) {
            return Time.UNKNOWN;
        }
        try {
            Instant time = Instant.parse(text);
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), Time.NANOS_PER_SECOND), time.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            return Time.UNKNOWN;
        }
    }

    /// A field without its escapes.
    private static String plain(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                text.append(c);
                continue;
            }
            char escaped = field.charAt(++i);
            text.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return text.toString();
    }
}
