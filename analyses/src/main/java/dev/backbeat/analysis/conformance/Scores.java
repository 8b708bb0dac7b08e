package dev.backbeat.analysis.conformance;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays variants over the documents that they fit best.
final class Scores {

    /// Variants that are laid over one document; the others are counted.
    private static final int MOST_LAID = 50;

    private final Map<Flow, List<Score.Laid>> laid = new LinkedHashMap<>();
    private final Map<Flow, String> plugins = new HashMap<>();

    /// Lays a variant over a document.
    void lay(Variants.Variant variant, Seen seen, Flow flow, Deviations.Fit fit) {
        plugins.putIfAbsent(flow, variant.plugin());
        laid.computeIfAbsent(flow, none -> new ArrayList<>())
                .add(new Score.Laid(
                        variant.executions(),
                        seen.ended(),
                        fit.moves(),
                        fit.worst(),
                        new ExecutionId(variant.execution()),
                        steps(seen, flow, fit)));
    }

    private static List<Score.Step> steps(Seen seen, Flow flow, Deviations.Fit fit) {
        Map<Integer, Deviation> deviating = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (Deviation deviation : fit.deviations()) {
            if (deviation.observed() < 0) {
                missing.add(deviation.documented());
            } else {
                deviating.put(deviation.observed(), deviation);
            }
        }
        List<String> labels = flow.labels();
        boolean[] taken = new boolean[labels.size()];
        List<Score.Step> steps = new ArrayList<>();
        for (int i = 0; i < seen.beats().size(); i++) {
            Seen.Beat beat = seen.beats().get(i);
            Deviation deviation = deviating.get(i);
            int position =
                    deviation != null ? deviation.documented() : firstFree(labels, taken, missing, flow.labelOf(beat));
            if (position >= 0 && deviation == null) {
                taken[position] = true;
            }
            steps.add(new Score.Step(beat.name(), position, manner(deviation), beat.failed()));
        }
        missing.forEach(position -> steps.add(
                before(steps, position),
                new Score.Step(flow.beats().get(position).name(), position, Score.Manner.MISSING, false)));
        return steps;
    }

    private static int firstFree(List<String> labels, boolean[] taken, List<Integer> missing, String label) {
        for (int position = 0; position < labels.size(); position++) {
            if (!taken[position]
                    && !missing.contains(position)
                    && labels.get(position).equals(label)) {
                return position;
            }
        }
        return labels.indexOf(label);
    }

    /// Where a missing beat stands among the steps: before the first step of a later beat.
    private static int before(List<Score.Step> steps, int position) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).manner() == Score.Manner.DOCUMENTED && steps.get(i).beat() > position) {
                return i;
            }
        }
        return steps.size();
    }

    private static Score.Manner manner(@Nullable Deviation deviation) {
        if (deviation == null) {
            return Score.Manner.DOCUMENTED;
        }
        return switch (deviation.kind()) {
            case MISSING -> Score.Manner.MISSING;
            case EXTRA -> Score.Manner.EXTRA;
            case REPEATED -> Score.Manner.REPEATED;
            case OUT_OF_ORDER -> Score.Manner.OUT_OF_ORDER;
        };
    }

    /// The least fitting first.
    ///
    /// @param top how many at most
    List<Score> of(int top) {
        List<Score> all = new ArrayList<>();
        laid.forEach((flow, variants) -> all.add(score(flow, variants)));
        all.sort(Comparator.comparingDouble(Scores::fitness)
                .thenComparing(Score::sequence)
                .thenComparing(score -> score.beats().getFirst().place().toString()));
        return all.stream().limit(top).toList();
    }

    private static double fitness(Score score) {
        long worst = Math.max(1, sum(score, true));
        return 1 - (double) sum(score, false) / worst;
    }

    private static long sum(Score score, boolean worst) {
        return score.laid().stream()
                .mapToLong(one -> one.executions() * (worst ? one.worst() : one.moves()))
                .sum();
    }

    private Score score(Flow flow, List<Score.Laid> variants) {
        String known = plugins.getOrDefault(flow, "");
        String plugin = flow.plugin() == null ? known : flow.plugin();
        List<Score.Beat> beats = flow.beats().stream()
                .map(beat -> new Score.Beat(
                        beat.name(),
                        beat.title(),
                        beat.movement(),
                        beat.handler() == null ? null : new HandlerKey(plugin, flow.sequence(), beat.handler()),
                        beat.optional(),
                        beat.parallel(),
                        beat.place()))
                .toList();
        List<Score.Laid> sorted = variants.stream()
                .sorted(Comparator.comparingLong(Score.Laid::executions)
                        .reversed()
                        .thenComparing(one -> one.first().toString()))
                .limit(MOST_LAID)
                .toList();
        return new Score(flow.sequence(), flow.name(), beats, sorted, variants.size());
    }
}
