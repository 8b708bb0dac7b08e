package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.FlowLearner;
import dev.backbeat.analysis.LearnedFlow;
import dev.backbeat.measure.variant.MainFlow;
import dev.backbeat.measure.variant.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes down what production does, where nobody has: one flow a sequence, that each of its usual variants
/// follows.
///
/// Retries count once, and only completed executions are learned from; where there are none, all are. What ran is
/// not what is meant: a defect that always happens is learned as well.
public final class LearnedFlows implements FlowLearner {

    @Override
    public List<LearnedFlow> learn(Evidence evidence, double leastShare) {
        Asked asked = new Asked(evidence);
        Map<String, List<Variants.Variant>> bySequence = new TreeMap<>();
        for (Variants.Variant variant : Variants.read(asked).all()) {
            bySequence
                    .computeIfAbsent(variant.sequence(), unused -> new ArrayList<>())
                    .add(variant);
        }
        Learning learning = new Learning(asked, leastShare);
        List<LearnedFlow> learned = new ArrayList<>();
        bySequence.forEach((sequence, variants) -> learned.add(learning.learn(sequence, variants)));
        return learned;
    }

    /// A beat as documents tell it from others.
    private record Told(int number, String event) {}

    /// What executions did, retries aside.
    private record Way(Seen seen, long execution, long place, long executions, long retries) {

        Way with(Way other) {
            Way first = place <= other.place ? this : other;
            return new Way(
                    first.seen, first.execution, first.place, executions + other.executions, retries + other.retries);
        }

        List<Told> told() {
            return seen.beats().stream()
                    .map(beat -> new Told(beat.number(), beat.event()))
                    .toList();
        }
    }

    /// What the log says of a beat beside what tells it from others.
    private record Said(String title, String timing, String movement) {}

    private record At(long execution, long offset) {}

    /// Learns from one store.
    private static final class Learning {

        private final Asked asked;
        private final LearnedHandlers handlers;
        private final double leastShare;

        Learning(Asked asked, double leastShare) {
            this.asked = asked;
            this.handlers = LearnedHandlers.read(asked);
            this.leastShare = leastShare;
        }

        LearnedFlow learn(String sequence, List<Variants.Variant> variants) {
            boolean anyCompleted =
                    variants.stream().anyMatch(variant -> variant.seen().ended());
            Map<List<Told>, Way> merged = new LinkedHashMap<>();
            long notCompleted = 0;
            for (Variants.Variant variant : variants) {
                if (anyCompleted && !variant.seen().ended()) {
                    notCompleted += variant.executions();
                    continue;
                }
                Seen once = variant.seen().withoutRetries();
                long retries = variant.seen().beats().size() - once.beats().size();
                Way way = new Way(
                        once,
                        variant.execution(),
                        variant.place(),
                        variant.executions(),
                        retries * variant.executions());
                merged.merge(way.told(), way, Way::with);
            }
            List<Way> ways = merged.values().stream()
                    .sorted(Comparator.comparingLong(Way::executions)
                            .reversed()
                            .thenComparing(way -> way.told().toString()))
                    .toList();
            long all = ways.stream().mapToLong(Way::executions).sum();
            List<Way> kept = ways.stream()
                    .filter(way -> way == ways.getFirst() || way.executions() >= leastShare * all)
                    .toList();
            Variants.Variant first = variants.getFirst();
            return new LearnedFlow(
                    sequence,
                    first.name(),
                    handlers.plugin(sequence, first.plugin()).orElse(null),
                    beats(sequence, kept),
                    all,
                    kept.stream().mapToLong(Way::executions).sum(),
                    ways.size(),
                    kept.size(),
                    notCompleted,
                    kept.stream().mapToLong(Way::retries).sum(),
                    ways.stream()
                            .filter(way -> !kept.contains(way))
                            .map(way -> new LearnedFlow.LeftOut(Flows.beats(way.seen(), 12), way.executions()))
                            .toList());
        }

        private List<LearnedFlow.Beat> beats(String sequence, List<Way> kept) {
            Map<At, Said> log = said(kept);
            Map<String, Told> told = new HashMap<>();
            Map<String, Said> said = new HashMap<>();
            List<Variant> variants = new ArrayList<>();
            for (Way way : kept) {
                List<String> labels = new ArrayList<>();
                for (Seen.Beat beat : way.seen().beats()) {
                    Told known = new Told(beat.number(), beat.event());
                    String label = known.toString();
                    labels.add(label);
                    told.put(label, known);
                    said.putIfAbsent(
                            label,
                            log.getOrDefault(
                                    new At(way.execution(), beat.origin().offset()), new Said(beat.title(), "", "")));
                }
                variants.add(new Variant(labels, way.executions(), way.execution()));
            }
            List<LearnedFlow.Beat> beats = new ArrayList<>();
            for (MainFlow.Step step : MainFlow.of(variants)) {
                Told known = told.getOrDefault(step.label(), new Told(-1, ""));
                Said words = said.getOrDefault(step.label(), new Said("", "", ""));
                beats.add(new LearnedFlow.Beat(
                        words.movement(),
                        known.number(),
                        known.event(),
                        words.title(),
                        handlers.of(sequence, known.event()),
                        words.timing(),
                        step.optional(),
                        step.group() < 0 ? "" : "parallel-" + (step.group() + 1),
                        step.occurrence()));
            }
            return beats;
        }

        private Map<At, Said> said(List<Way> kept) {
            Map<At, Said> said = new HashMap<>();
            String executions =
                    kept.stream().map(way -> String.valueOf(way.execution())).collect(Collectors.joining(", "));
            asked.rows(
                    "learned-beats.sql",
                    executions,
                    row -> said.put(
                            new At(row.longAt("execution_id"), row.longAt("start_offset")),
                            new Said(
                                    row.textAt("title").orElse(""),
                                    row.textAt("timing").orElse(""),
                                    row.textAt("movement").orElse(""))));
            return said;
        }
    }
}
