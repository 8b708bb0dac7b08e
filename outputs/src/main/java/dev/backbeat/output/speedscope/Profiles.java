package dev.backbeat.output.speedscope;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Tree;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Stacks;
import dev.backbeat.output.Visible;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
        String lane = Figures.of(lanes.lanes().get(stack.lane()).name().value());
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

    /// A sample for each node that has something of its own, as heavy as that.
    static Map<String, Object> sampled(Tree tree, Frames frames) {
        Tree.Nodes nodes = tree.nodes();
        List<List<Integer>> ways = new ArrayList<>();
        List<List<Integer>> samples = new ArrayList<>();
        List<Long> weights = new ArrayList<>();
        long whole = 0;
        for (int node = 0; node < nodes.size(); node++) {
            int parent = nodes.parent().intAt(node);
            List<Integer> way = new ArrayList<>(parent < 0 ? List.of() : ways.get(parent));
            way.add(frames.of(
                    tree.names().get(nodes.name().intAt(node)), nodes.kind().get(node)));
            ways.add(way);
            long self = nodes.self().at(node);
            if (self > 0) {
                samples.add(way);
                weights.add(self);
                whole += self;
            }
        }
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("type", "sampled");
        profile.put("name", Visible.of(tree.title()));
        profile.put("unit", tree.quantity() == Exhibit.Matrix.Quantity.DURATION ? "nanoseconds" : "none");
        profile.put("startValue", 0);
        profile.put("endValue", whole);
        profile.put("samples", samples);
        profile.put("weights", weights);
        return profile;
    }
}
