package dev.backbeat.bench;

import dev.backbeat.measure.alignment.Net;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A flow of beats as documents describe them, as a net and as traces: every fourth beat is optional, every
/// fifth is one of two, the second and third and the seventh and eighth are in parallel, and the flow may
/// begin again before its last beat.
final class GeneratedFlow {

    private GeneratedFlow() {}

    /// The net of a flow of so many beats.
    static Net net(int beats) {
        Net.Builder net = Net.builder();
        int start = net.place();
        net.initial(start);
        int at = start;
        for (int beat = 0; beat < beats - 1; beat++) {
            int next = net.place();
            if (isParallel(beat)) {
                parallel(net, at, next, beat);
                beat++;
            } else {
                step(net, name(beat), at, next);
            }
            if (beat % 5 == 0) {
                step(net, name(beat) + " instead", at, next);
            }
            if (beat % 4 == 0) {
                step(net, "", at, next);
            }
            at = next;
        }
        step(net, "", at, start);
        int end = net.place();
        step(net, name(beats - 1), at, end);
        return net.end(end).build();
    }

    /// A way through the flow of about so many beats, with so many of them left out, doubled or changed.
    static List<String> trace(int beats, int length, int deviations, Random random) {
        List<String> trace = new ArrayList<>();
        do {
            round(beats, trace, random);
        } while (trace.size() + 1 < length);
        while (trace.size() + 1 > length) {
            trace.removeLast();
        }
        trace.add(name(beats - 1));
        for (int i = 0; i < deviations && !trace.isEmpty(); i++) {
            int where = random.nextInt(trace.size());
            switch (random.nextInt(4)) {
                case 0 -> trace.remove(where);
                case 1 -> trace.add(where, trace.get(where));
                case 2 -> trace.add(where, trace.remove(random.nextInt(trace.size())));
                default -> trace.set(where, name(random.nextInt(beats)));
            }
        }
        return trace;
    }

    private static void round(int beats, List<String> trace, Random random) {
        for (int beat = 0; beat < beats - 1; beat++) {
            if (isParallel(beat)) {
                boolean turned = random.nextBoolean();
                trace.add(name(turned ? beat + 1 : beat));
                trace.add(name(turned ? beat : beat + 1));
                beat++;
            } else if (beat % 4 != 0 || random.nextInt(3) > 0) {
                trace.add(name(beat) + (beat % 5 == 0 && random.nextBoolean() ? " instead" : ""));
            }
        }
    }

    private static boolean isParallel(int beat) {
        return beat == 1 || beat == 6;
    }

    private static String name(int beat) {
        return "beat " + beat;
    }

    private static void parallel(Net.Builder net, int from, int to, int beat) {
        int split = net.transition(null);
        int join = net.transition(null);
        net.input(split, from).output(join, to);
        for (int branch = 0; branch < 2; branch++) {
            int before = net.place();
            int after = net.place();
            net.output(split, before).input(join, after);
            step(net, name(beat + branch), before, after);
        }
    }

    private static void step(Net.Builder net, String label, int from, int to) {
        int transition = net.transition(label.isEmpty() ? null : label);
        net.input(transition, from).output(transition, to);
    }
}
