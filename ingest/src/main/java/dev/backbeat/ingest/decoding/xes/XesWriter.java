package dev.backbeat.ingest.decoding.xes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes traces as lines. A start is paired with the next completion of the same name and instance.
final class XesWriter {
    private static final Set<String> ENDS = Set.of("complete", "autoskip", "manualskip");
    private static final Set<String> ABORTS = Set.of("ate_abort", "pi_abort", "withdraw");

    private final String log;
    private final Map<String, Integer> cases = new HashMap<>();

    XesWriter(String log) {
        this.log = log;
    }

    byte[] lines(XesTrace trace) {
        StringBuilder text = new StringBuilder();
        XesLine head = XesLine.of(trace.line(), "trace", time(trace.earliest()))
                .field(log)
                .field(caseOf(trace));
        text.append(attributes(head, trace.attributes()));
        events(text, trace.events());
        int last = trace.events().isEmpty()
                ? trace.line()
                : trace.events().getLast().line();
        text.append(XesLine.of(last, "end", time(trace.latest())).field(log).text());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A case's name; the second of a name is told from the first.
    private String caseOf(XesTrace trace) {
        String name = trace.attributes().getOrDefault(XesEvent.NAME, "line " + trace.line());
        int times = cases.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " (" + times + ")";
    }

    private static void events(StringBuilder text, List<XesEvent> events) {
        Map<Integer, Integer> completions = completions(events);
        Set<Integer> taken = new HashSet<>(completions.values());
        for (int i = 0; i < events.size(); i++) {
            XesEvent event = events.get(i);
            String transition = transition(event);
            Integer end = completions.get(i);
            if (end != null) {
                XesEvent completion = events.get(end);
                String kind = ABORTS.contains(transition(completion)) ? "failed" : "beat";
                text.append(line(kind, event, completion));
            } else if (transition.equals("start")) {
                text.append(line("open", event, null));
            } else if (ABORTS.contains(transition)) {
                text.append(taken.contains(i) ? "" : line("failed", event, event));
            } else if (transition.isEmpty() || ENDS.contains(transition)) {
                text.append(taken.contains(i) ? "" : line("beat", event, event));
            } else {
                XesLine line =
                        XesLine.of(event.line(), "step", time(event.time())).field(event.name());
                text.append(attributes(line, event.attributes()));
            }
        }
    }

    private static String line(String kind, XesEvent start, @Nullable XesEvent end) {
        XesLine line = XesLine.of(start.line(), kind, time(start.time()))
                .field(end == null ? "-" : time(end.time()))
                .field(start.name());
        Map<String, String> attributes = new HashMap<>(start.attributes());
        return attributes(line, end == null ? attributes : with(attributes, end.attributes()));
    }

    private static Map<String, String> with(Map<String, String> attributes, Map<String, String> more) {
        attributes.putAll(more);
        return attributes;
    }

    /// Of each start that has one, by its place.
    private static Map<Integer, Integer> completions(List<XesEvent> events) {
        Map<Integer, Integer> completions = new HashMap<>();
        Map<String, Queue<Integer>> open = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            XesEvent event = events.get(i);
            String transition = transition(event);
            String key = event.name() + '\n' + event.attributes().getOrDefault(XesEvent.INSTANCE, "");
            if (transition.equals("start")) {
                open.computeIfAbsent(key, unused -> new ArrayDeque<>()).add(i);
            } else if (ENDS.contains(transition) || ABORTS.contains(transition)) {
                Queue<Integer> starts = open.get(key);
                Integer start = starts == null ? null : starts.poll();
                if (start != null) {
                    completions.put(start, i);
                }
            }
        }
        return completions;
    }

    private static String transition(XesEvent event) {
        return event.attributes().getOrDefault(XesEvent.LIFECYCLE, "").toLowerCase(Locale.ROOT);
    }

    private static String attributes(XesLine line, Map<String, String> attributes) {
        attributes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(XesEvent.NAME))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> line.field(entry.getKey() + "=" + entry.getValue()));
        return line.text();
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "-" : time.toString();
    }
}
