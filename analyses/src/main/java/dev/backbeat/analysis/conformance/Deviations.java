package dev.backbeat.analysis.conformance;

import dev.backbeat.measure.alignment.Aligner;
import dev.backbeat.measure.alignment.Alignment;
import dev.backbeat.measure.alignment.Costs;
import dev.backbeat.measure.alignment.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares executions with one document.
final class Deviations {

    private final Flow flow;
    private final Side ended;
    private final Side open;

    /// The net for executions of one kind.
    private record Side(FlowNet net, Aligner aligner) {

        static Side of(Flow flow, boolean mayStop) {
            FlowNet net = FlowNet.of(flow, mayStop);
            return new Side(net, new Aligner(net.net(), Costs.STANDARD));
        }
    }

    Deviations(Flow flow) {
        this.flow = flow;
        this.ended = Side.of(flow, false);
        this.open = Side.of(flow, true);
    }

    Flow flow() {
        return flow;
    }

    /// How an execution fits the document.
    ///
    /// @param moves how many moves of its alignment deviate
    /// @param worst how many would if it had nothing in common with the document
    /// @param deviations the smallest set that explains it, in the order of the document
    record Fit(long moves, long worst, List<Deviation> deviations) {

        Fit {
            deviations = List.copyOf(deviations);
        }
    }

    /// The fit of an execution without its retries; empty where the search had to give up.
    Optional<Fit> of(Seen seen) {
        Side side = seen.ended() ? ended : open;
        List<String> trace = seen.beats().stream().map(flow::labelOf).toList();
        return side.aligner().align(trace).map(alignment -> {
            long shortest =
                    side.aligner().alignEmpty().map(Alignment::deviations).orElse(0L);
            return new Fit(
                    alignment.deviations(),
                    trace.size() + shortest,
                    explained(alignment.moves(), side.net().beats(), flow.labels(), trace));
        });
    }

    /// What the moves mean: a move of the log and one of the document that are of the same beat are one.
    ///
    /// @param beats by transition the position of its beat
    /// @param labels what the beats are called, by position
    static List<Deviation> explained(List<Move> moves, List<Integer> beats, List<String> labels, List<String> trace) {
        Map<String, List<Integer>> missing = new HashMap<>();
        Map<String, Integer> done = new HashMap<>();
        List<Deviation> deviations = new ArrayList<>();
        for (Move move : moves) {
            int beat = move.transition() < 0 ? -1 : beats.get(move.transition());
            if (move.kind() == Move.Kind.MODEL) {
                missing.computeIfAbsent(labels.get(beat), label -> new ArrayList<>())
                        .add(beat);
            } else if (move.kind() == Move.Kind.SYNCHRONOUS) {
                done.putIfAbsent(labels.get(beat), beat);
            }
        }
        for (Move move : moves) {
            if (move.kind() == Move.Kind.LOG) {
                deviations.add(seen(trace.get(move.position()), move.position(), labels, missing, done));
            }
        }
        missing.values()
                .forEach(positions -> positions.forEach(
                        position -> deviations.add(new Deviation(Deviation.Kind.MISSING, position, -1))));
        deviations.sort(Comparator.comparingInt((Deviation deviation) ->
                        deviation.documented() < 0 ? Integer.MAX_VALUE : deviation.documented())
                .thenComparingInt(Deviation::observed));
        return deviations;
    }

    private static Deviation seen(
            String label,
            int position,
            List<String> labels,
            Map<String, List<Integer>> missing,
            Map<String, Integer> done) {
        List<Integer> waiting = missing.getOrDefault(label, List.of());
        if (!waiting.isEmpty()) {
            return new Deviation(Deviation.Kind.OUT_OF_ORDER, waiting.removeFirst(), position);
        }
        Integer ran = done.get(label);
        if (ran != null) {
            return new Deviation(Deviation.Kind.REPEATED, ran, position);
        }
        int documented = labels.indexOf(label);
        return documented < 0
                ? new Deviation(Deviation.Kind.EXTRA, -1, position)
                : new Deviation(Deviation.Kind.OUT_OF_ORDER, documented, position);
    }
}
