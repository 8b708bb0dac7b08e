package dev.backbeat.analysis.conformance;

import dev.backbeat.measure.alignment.Net;
import java.util.ArrayList;
import java.util.List;

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

        private int group(int first, int last, int from) {
            int split = transition(-1);
            int join = transition(-1);
            net.input(split, from);
            for (int position = first; position < last; position++) {
                int before = net.place();
                net.output(split, before);
                net.input(join, beat(position, before, net.place()));
            }
            int after = net.place();
            net.output(join, after);
            return after;
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
