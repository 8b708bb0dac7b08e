package dev.backbeat.analysis.conformance;

import dev.backbeat.measure.alignment.Net;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A documented flow as a Petri net.
///
/// @param net the net
/// @param beats by transition the position of its beat, -1 for invisible transitions
record FlowNet(Net net, List<Integer> beats) {

    FlowNet {
        beats = List.copyOf(beats);
    }

    /// The net of a flow.
    ///
    /// @param mayStop whether an execution may lack all that comes after any beat
    static FlowNet of(Flow flow, boolean mayStop) {
        return new Drawing(flow, mayStop).draw();
    }

    /// A net that is being drawn, from left to right.
    private static final class Drawing {

        private final Flow flow;
        private final List<String> labels;
        private final Net.Builder net = Net.builder();
        private final List<Integer> beats = new ArrayList<>();
        private final int running;
        private final int stopped;

        Drawing(Flow flow, boolean mayStop) {
            this.flow = flow;
            this.labels = flow.labels();
            this.running = mayStop ? net.place() : -1;
            this.stopped = mayStop ? net.place() : -1;
        }

        FlowNet draw() {
            int at = net.place();
            net.initial(at);
            if (running >= 0) {
                net.initial(running);
                int stop = transition(-1);
                net.input(stop, running).output(stop, stopped).end(stopped);
            }
            for (int first = 0; first < labels.size(); ) {
                int last = endOfGroup(first);
                at = last - first == 1 ? beat(first, at, net.place()) : group(first, last, at);
                first = last;
            }
            net.end(at);
            return new FlowNet(net.build(), beats);
        }

        /// The first position after the beats that run side by side with one.
        private int endOfGroup(int first) {
            String group = flow.beats().get(first).parallel();
            int last = first + 1;
            while (!group.isEmpty()
                    && last < labels.size()
                    && flow.beats().get(last).parallel().equals(group)) {
                last++;
            }
            return last;
        }

        /// Beats in any order while the group is open; when it closes, one after the other has to have run, or
        /// may be left out. So what is left out is asked for in one order, not in all.
        private int group(int first, int last, int from) {
            int split = transition(-1);
            int open = net.place();
            int at = net.place();
            int close = transition(-1);
            net.input(split, from).output(split, open).input(close, open).output(close, at);
            Map<String, Integer> ran = new HashMap<>();
            for (int position : requiredFirst(first, last)) {
                int before = net.place();
                int after = net.place();
                int beat = transition(position);
                net.output(split, before).input(beat, before).output(beat, after);
                hold(beat, open);
                if (running >= 0) {
                    hold(beat, running);
                }
                // Of beats that are alike the first runs before the second: otherwise each could be either.
                Integer alike = ran.put(labels.get(position), after);
                if (alike != null) {
                    hold(beat, alike);
                }
                int next = net.place();
                pass(after, at, next);
                if (flow.beats().get(position).optional()) {
                    pass(before, at, next);
                }
                if (running >= 0) {
                    hold(pass(before, at, next), stopped);
                }
                at = next;
            }
            return at;
        }

        private List<Integer> requiredFirst(int first, int last) {
            return IntStream.range(first, last)
                    .boxed()
                    .sorted(Comparator.comparing(
                            position -> flow.beats().get(position).optional()))
                    .toList();
        }

        /// The transition needs a token in the place and leaves it there.
        private void hold(int transition, int place) {
            net.input(transition, place).output(transition, place);
        }

        /// An invisible transition that takes a token besides.
        private int pass(int taken, int from, int to) {
            int transition = transition(-1);
            net.input(transition, taken).input(transition, from).output(transition, to);
            return transition;
        }

        private int beat(int position, int from, int to) {
            int transition = transition(position);
            net.input(transition, from).output(transition, to);
            if (running >= 0) {
                net.input(transition, running).output(transition, running);
                int never = transition(-1);
                net.input(never, from).output(never, to).input(never, stopped).output(never, stopped);
            }
            if (flow.beats().get(position).optional()) {
                int skip = transition(-1);
                net.input(skip, from).output(skip, to);
            }
            return to;
        }

        private int transition(int position) {
            beats.add(position);
            return net.transition(position < 0 ? null : labels.get(position));
        }
    }
}
