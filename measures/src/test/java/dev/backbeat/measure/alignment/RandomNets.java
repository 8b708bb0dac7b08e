package dev.backbeat.measure.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Small nets: blocks of sequences, choices, loops and parallel splits, with invisible and with equal
/// labels; and nets with arcs at random, which may be unsafe, unbounded or without a way to their end.
final class RandomNets {
    private final Random random;
    private final Net.Builder net = Net.builder();

    private RandomNets(long seed) {
        random = new Random(seed);
    }

    /// A net that always can end.
    static Net blocks(long seed) {
        RandomNets nets = new RandomNets(seed);
        int start = nets.net.place();
        int end = nets.net.place();
        nets.block(start, end, 3);
        return nets.net.initial(start).end(end).build();
    }

    /// Any net.
    static Net arcs(long seed) {
        RandomNets nets = new RandomNets(seed);
        Random random = nets.random;
        int places = 2 + random.nextInt(4);
        for (int i = 0; i < places; i++) {
            nets.net.place();
        }
        int transitions = 1 + random.nextInt(6);
        for (int i = 0; i < transitions; i++) {
            int transition = nets.net.transition(nets.label());
            for (int arc = 0; arc <= random.nextInt(2); arc++) {
                nets.net.input(transition, random.nextInt(places));
            }
            for (int arc = random.nextInt(3); arc > 0; arc--) {
                nets.net.output(transition, random.nextInt(places));
            }
        }
        for (int token = random.nextInt(3); token >= 0; token--) {
            nets.net.initial(random.nextInt(places));
        }
        for (int token = random.nextInt(3); token > 0; token--) {
            nets.net.end(random.nextInt(places));
        }
        return nets.net.build();
    }

    /// Something to align: in part what the net could do, in part noise.
    static List<String> trace(long seed) {
        Random random = new Random(~seed);
        List<String> trace = new ArrayList<>();
        for (int left = random.nextInt(8); left > 0; left--) {
            trace.add(String.valueOf((char) ('a' + random.nextInt(6))));
        }
        return trace;
    }

    @Nullable
    private String label() {
        return random.nextInt(4) == 0 ? null : String.valueOf((char) ('a' + random.nextInt(5)));
    }

    private void block(int from, int to, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(6);
        switch (kind) {
            case 1 -> sequence(from, to, depth);
            case 2 -> {
                block(from, to, depth - 1);
                block(from, to, depth - 1);
            }
            case 3 -> {
                int middle = net.place();
                step(null, from, middle);
                int done = net.place();
                block(middle, done, depth - 1);
                block(done, middle, depth - 1);
                step(null, done, to);
            }
            case 4, 5 -> parallel(from, to, depth);
            default -> step(label(), from, to);
        }
    }

    private void sequence(int from, int to, int depth) {
        int middle = net.place();
        block(from, middle, depth - 1);
        block(middle, to, depth - 1);
    }

    private void parallel(int from, int to, int depth) {
        int split = net.transition(null);
        int join = net.transition(null);
        net.input(split, from).output(join, to);
        int branches = 2 + random.nextInt(2);
        for (int branch = 0; branch < branches; branch++) {
            int begin = net.place();
            int done = net.place();
            net.output(split, begin).input(join, done);
            block(begin, done, Math.max(0, depth - 1 - branch));
        }
    }

    private void step(@Nullable String label, int from, int to) {
        int transition = net.transition(label);
        net.input(transition, from).output(transition, to);
    }
}
