package dev.backbeat.output.speedscope;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Tree;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Stacks;
import dev.backbeat.output.Visible;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes profiles.
final class Profiles {

    private Profiles() {}

    private record Open(int frame, long end) {}

    /// The bars of a stack as they begin and end.
    static Map<String, Object> evented(Lanes lanes, Stacks.Stack stack, Frames frames) {
        Lanes.Bars bars = lanes.bars();
        List<Map<String, Object>> events = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        for (int bar : stack.bars()) {
            long start = bars.start().at(bar);
            close(open, start, events);
            String kind = bars.kindAt(bar).name().toLowerCase(Locale.ROOT);
            int frame = frames.of(lanes.names().get(bars.name().intAt(bar)), kind);
            events.add(event("O", frame, start));
            open.addLast(new Open(frame, start + Stacks.nanos(bars, bar)));
        }
        close(open, Long.MAX_VALUE, events);
        String lane = path(lanes, stack.lane());
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("type", "evented");
        profile.put("name", Visible.of(stack.ordinal() == 0 ? lane : "%s (%d)".formatted(lane, stack.ordinal() + 1)));
        profile.put("unit", "nanoseconds");
        profile.put("startValue", events.getFirst().get("at"));
        profile.put("endValue", events.getLast().get("at"));
        profile.put("events", events);
        return profile;
    }

    private static void close(Deque<Open> open, long until, List<Map<String, Object>> events) {
        while (!open.isEmpty() && open.getLast().end <= until) {
            Open last = open.removeLast();
            events.add(event("C", last.frame, last.end));
        }
    }

    private static Map<String, Object> event(String type, int frame, long at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("frame", frame);
        event.put("at", at);
        return event;
    }

    /// The name of a lane, behind those of the lanes that it belongs to.
    private static String path(Lanes lanes, int lane) {
        Lanes.Lane here = lanes.lanes().get(lane);
        String name = Figures.of(here.name().value());
        return here.parent() < 0 || here.parent() >= lane
                ? name
                : "%s · %s".formatted(path(lanes, here.parent()), name);
    }

    /// A sample for each node that has something of its own, as heavy as that; in the order of time, so
    /// that nodes of one parent lie side by side.
    static Map<String, Object> sampled(Tree tree, Frames frames) {
        Tree.Nodes nodes = tree.nodes();
        List<List<Integer>> samples = new ArrayList<>();
        List<Long> weights = new ArrayList<>();
        for (int node : inDepth(nodes)) {
            if (nodes.self().at(node) > 0) {
                samples.add(way(tree, node, frames));
                weights.add(nodes.self().at(node));
            }
        }
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("type", "sampled");
        profile.put("name", Visible.of(tree.title()));
        profile.put("unit", tree.quantity() == Exhibit.Matrix.Quantity.DURATION ? "nanoseconds" : "none");
        profile.put("startValue", 0);
        profile.put("endValue", weights.stream().mapToLong(Long::longValue).sum());
        profile.put("samples", samples);
        profile.put("weights", weights);
        return profile;
    }

    private static List<Integer> way(Tree tree, int node, Frames frames) {
        Deque<Integer> way = new ArrayDeque<>();
        Tree.Nodes nodes = tree.nodes();
        for (int at = node; at >= 0; at = nodes.parent().intAt(at)) {
            way.addFirst(at);
        }
        return way.stream()
                .map(at -> frames.of(
                        tree.names().get(nodes.name().intAt(at)), nodes.kind().get(at)))
                .toList();
    }

    /// Each node before those below it, these in their order in time.
    private static List<Integer> inDepth(Tree.Nodes nodes) {
        List<List<Integer>> below = new ArrayList<>();
        List<Integer> roots = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            below.add(new ArrayList<>());
            int parent = nodes.parent().intAt(node);
            (parent < 0 ? roots : below.get(parent)).add(node);
        }
        Comparator<Integer> lastFirst = Comparator.comparingLong(
                        (Integer node) -> -nodes.order().at(node))
                .thenComparing(Comparator.reverseOrder());
        Deque<Integer> due = new ArrayDeque<>(roots.stream().sorted(lastFirst).toList());
        List<Integer> all = new ArrayList<>();
        while (!due.isEmpty()) {
            int node = due.removeLast();
            all.add(node);
            due.addAll(below.get(node).stream().sorted(lastFirst).toList());
        }
        return all;
    }
}
