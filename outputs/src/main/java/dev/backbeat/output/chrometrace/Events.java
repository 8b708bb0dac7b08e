package dev.backbeat.output.chrometrace;

import dev.backbeat.model.Lanes;
import dev.backbeat.model.Lanes.LaneKind;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Time;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Stacks;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes trace events, one a line.
final class Events {

    private static final int MICROS_DIGITS = 3;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private final Appendable target;
    private boolean first = true;
    private int processes;
    private int threads;
    private int flows;

    /// The threads of a drawing: of each stack, and of each lane the first of its stacks.
    private record Threads(Map<Integer, Integer> process, Map<Stacks.Stack, Integer> of, Map<Integer, Integer> first) {}

    Events(Appendable target) {
        this.target = target;
    }

    /// What holds for all events. Times count from the beginning of the axis: of an epoch time, readers
    /// would lose the nanoseconds.
    void other(String answer, long fromNanos) throws IOException {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("answer", Visible.of(answer));
        if (fromNanos > 0) {
            other.put(
                    "begins",
                    Instant.ofEpochSecond(fromNanos / Time.NANOS_PER_SECOND, fromNanos % Time.NANOS_PER_SECOND)
                            .toString());
        }
        target.append(mapper.writeValueAsString(other));
    }

    void write(Lanes lanes) throws IOException {
        Threads threadsOf = threads(lanes, Stacks.of(lanes));
        Map<Integer, Integer> threadOfBar = new HashMap<>();
        for (Map.Entry<Stacks.Stack, Integer> stack : threadsOf.of.entrySet()) {
            int process = threadsOf.process.getOrDefault(stack.getKey().lane(), 0);
            for (int bar : stack.getKey().bars()) {
                threadOfBar.put(bar, stack.getValue());
                bar(lanes, bar, process, stack.getValue());
            }
        }
        for (int mark = 0; mark < lanes.marks().size(); mark++) {
            mark(lanes, mark, threadsOf);
        }
        for (int link = 0; link < lanes.links().from().size(); link++) {
            int from = lanes.links().from().intAt(link);
            int to = lanes.links().to().intAt(link);
            // Readers drop what arrives before it left: of the same beat in two runs, the earlier leads.
            boolean turned =
                    lanes.bars().start().at(from) > lanes.bars().start().at(to);
            flows++;
            for (boolean begins : List.of(true, false)) {
                int bar = begins == turned ? to : from;
                int process = threadsOf.process.getOrDefault(lanes.bars().lane().intAt(bar), 0);
                flow(lanes, link, bar, process, threadOfBar.getOrDefault(bar, 0), begins);
            }
        }
    }

    /// Names processes and threads, in the order of the lanes.
    private Threads threads(Lanes lanes, Stacks stacks) throws IOException {
        Map<Integer, Integer> process = new HashMap<>();
        Threads known = new Threads(process, new LinkedHashMap<>(), new HashMap<>());
        int own = -1;
        for (int lane = 0; lane < lanes.lanes().size(); lane++) {
            Lanes.Lane here = lanes.lanes().get(lane);
            if (here.kind() == LaneKind.SESSION) {
                process.put(lane, process(name(lanes, lane)));
            } else if (process.containsKey(here.parent())) {
                process.put(lane, process.get(here.parent()));
            } else {
                own = own < 0 ? process(lanes.title()) : own;
                process.put(lane, own);
            }
        }
        for (Stacks.Stack stack : stacks.stacks()) {
            known.first.putIfAbsent(stack.lane(), ++threads);
            known.of.put(stack, threads);
            named(stack, name(lanes, stack.lane()), process.getOrDefault(stack.lane(), 0));
        }
        Set<Long> marked = lanes.marks().lane().stream().boxed().collect(Collectors.toSet());
        for (int lane = 0; lane < lanes.lanes().size(); lane++) {
            if (!known.first.containsKey(lane) && marked.contains((long) lane)) {
                known.first.put(lane, ++threads);
                named(new Stacks.Stack(lane, 0, List.of()), name(lanes, lane), process.getOrDefault(lane, 0));
            }
        }
        return known;
    }

    private static String name(Lanes lanes, int lane) {
        return Figures.of(lanes.lanes().get(lane).name().value());
    }

    private int process(String name) throws IOException {
        processes++;
        meta("process_name", processes, 0, Map.of("name", Visible.of(name)));
        meta("process_sort_index", processes, 0, Map.of("sort_index", processes));
        return processes;
    }

    private void named(Stacks.Stack stack, String lane, int process) throws IOException {
        String name = stack.ordinal() == 0 ? lane : "%s (%d)".formatted(lane, stack.ordinal() + 1);
        meta("thread_name", process, threads, Map.of("name", Visible.of(name)));
        meta("thread_sort_index", process, threads, Map.of("sort_index", threads));
    }

    private void meta(String what, int process, int thread, Map<String, Object> arguments) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", what);
        event.put("ph", "M");
        event.put("pid", process);
        event.put("tid", thread);
        event.put("args", arguments);
        event(event);
    }

    private void bar(Lanes lanes, int bar, int process, int thread) throws IOException {
        Lanes.Bars bars = lanes.bars();
        long count = bars.count().at(bar);
        String name =
                Visible.of(Figures.of(lanes.names().get(bars.name().intAt(bar)).value()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", (count > 1 ? count + " × " : "") + name + beside(bars.kindAt(bar)));
        event.put("cat", bars.kindAt(bar).name().toLowerCase(Locale.ROOT));
        event.put("ph", "X");
        event.put("ts", micros(bars.start().at(bar)));
        event.put("dur", micros(Stacks.nanos(bars, bar)));
        event.put("pid", process);
        event.put("tid", thread);
        event.put("args", arguments(lanes, bar));
        event(event);
    }

    /// What stands behind the name of what is no run of its own: viewers sum up by names.
    private static String beside(Lanes.BarKind kind) {
        return switch (kind) {
            case QUEUED -> " (queued)";
            case WAITING -> " (waiting)";
            case BEYOND -> " (beyond its beat)";
            default -> "";
        };
    }

    private static Map<String, Object> arguments(Lanes lanes, int bar) {
        Lanes.Bars bars = lanes.bars();
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Reference reference : lanes.names().get(bars.name().intAt(bar)).references()) {
            if (reference instanceof Reference.ToCode code) {
                arguments.putIfAbsent("code", Visible.of(code.place().toString()));
            } else if (reference instanceof Reference.ToHandler handler) {
                arguments.putIfAbsent("plugin", Visible.of(handler.handler().plugin()));
            }
        }
        if (bars.execution().at(bar) >= 0) {
            Lanes.Run run = lanes.executions().get(bars.execution().intAt(bar));
            arguments.put("execution", Visible.of(run.execution()));
            if (run.input() >= 0 && bars.offset().at(bar) >= 0) {
                arguments.put("input", run.input());
                arguments.put("offset", bars.offset().at(bar));
            }
        }
        if (bars.count().at(bar) > 1) {
            arguments.put("stands for", bars.count().at(bar));
            arguments.put("busy", Figures.duration(bars.busy().at(bar)));
        }
        if (bars.duration().at(bar) < 0) {
            arguments.put("duration", "not known");
        }
        List<String> flags = new ArrayList<>();
        Arrays.stream(Lanes.Flag.values())
                .filter(flag -> flag.in(bars.flags().at(bar)))
                .forEach(flag -> flags.add(flag.name().toLowerCase(Locale.ROOT)));
        if (!flags.isEmpty()) {
            arguments.put("of note", String.join(", ", flags));
        }
        return arguments;
    }

    private void mark(Lanes lanes, int mark, Threads known) throws IOException {
        Lanes.Marks marks = lanes.marks();
        int lane = marks.lane().intAt(mark);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put(
                "name",
                Visible.of(
                        Figures.of(lanes.names().get(marks.name().intAt(mark)).value())));
        event.put(
                "cat", Lanes.MarkKind.values()[marks.kind().intAt(mark)].name().toLowerCase(Locale.ROOT));
        event.put("ph", "i");
        event.put("s", "t");
        event.put("ts", micros(marks.at().at(mark)));
        event.put("pid", known.process.getOrDefault(lane, 0));
        event.put("tid", known.first.getOrDefault(lane, 0));
        event.put("args", Map.of("stands for", marks.count().at(mark)));
        event(event);
    }

    private void flow(Lanes lanes, int link, int bar, int process, int thread, boolean begins) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", lanes.links().kind().at(link) == 0 ? "the same beat" : "caused");
        event.put("cat", "link");
        event.put("ph", begins ? "s" : "f");
        if (!begins) {
            event.put("bp", "e");
        }
        event.put("id", flows);
        event.put("ts", micros(lanes.bars().start().at(bar)));
        event.put("pid", process);
        event.put("tid", thread);
        event(event);
    }

    private static BigDecimal micros(long nanos) {
        BigDecimal micros = BigDecimal.valueOf(nanos, MICROS_DIGITS).stripTrailingZeros();
        return micros.scale() < 0 ? micros.setScale(0) : micros;
    }

    private void event(Map<String, Object> event) throws IOException {
        target.append(first ? "\n" : ",\n").append(mapper.writeValueAsString(event));
        first = false;
    }
}
