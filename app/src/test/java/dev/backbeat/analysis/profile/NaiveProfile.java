package dev.backbeat.analysis.profile;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// The same questions answered from the records alone, by filtering, sorting and adding up.
final class NaiveProfile {

    private final RandomStore facts;

    NaiveProfile(RandomStore facts) {
        this.facts = facts;
    }

    /// The handler runs of each line, by the line's name, sequence and build.
    Map<String, List<HandlerRun>> lines(By by) {
        Map<String, List<HandlerRun>> lines = new TreeMap<>();
        for (HandlerRun run : facts.handlers()) {
            lines.computeIfAbsent(key(by, run), key -> new ArrayList<>()).add(run);
        }
        return lines;
    }

    private String key(By by, HandlerRun run) {
        String build = build(run);
        return switch (by) {
            case HANDLER -> handler(run) + " " + build;
            case SEQUENCE -> run.sequence() + " " + run.sequence() + " " + build;
            case PLUGIN -> run.plugin() + "  " + build;
            case BUILD -> build + "  " + build;
        };
    }

    /// The movements of the beats with an event, `-` for those in none.
    Set<String> movements(String sequence, String event, String build) {
        Set<String> names = new HashSet<>();
        for (BeatRun beat : facts.beats()) {
            if (beat.sequence().equals(sequence)
                    && event.equals(beat.event())
                    && build.equals(facts.builds().get(beat.session()))) {
                names.add(beat.movement() < 0 ? "-" : "M" + beat.movement());
            }
        }
        return names;
    }

    long movementRuns(String sequence, String name, String build) {
        Set<ExecutionId> inSequence = new HashSet<>();
        for (BeatRun beat : facts.beats()) {
            if (beat.sequence().equals(sequence)) {
                inSequence.add(beat.execution());
            }
        }
        return facts.movements().stream()
                .filter(run -> run.name().equals(name) && inSequence.contains(run.execution()))
                .filter(run -> build.equals(facts.builds().get(run.session())))
                .count();
    }

    private String build(HandlerRun run) {
        return facts.builds().get(run.session());
    }

    private String handler(HandlerRun run) {
        String name = run.handler() != null ? run.handler() : guessed(run);
        return run.plugin() + "." + name + " " + owner(run);
    }

    /// The only handler that others of the same event, plugin and, where it is known, sequence name.
    private String guessed(HandlerRun run) {
        Set<String> names = new HashSet<>();
        similar(run).forEach(other -> names.add(String.valueOf(other.handler())));
        return names.size() == 1 ? names.iterator().next() : "a handler of " + run.event();
    }

    private List<HandlerRun> similar(HandlerRun run) {
        return facts.handlers().stream()
                .filter(other -> other.handler() != null)
                .filter(other -> String.valueOf(other.event()).equals(run.event()))
                .filter(other -> String.valueOf(other.plugin()).equals(run.plugin()))
                .filter(other -> run.subscribedSequence() == null
                        || run.subscribedSequence().equals(other.subscribedSequence()))
                .toList();
    }

    private String owner(HandlerRun run) {
        if (run.subscribedSequence() != null) {
            return run.subscribedSequence();
        }
        if (run.handler() != null) {
            return run.sequence();
        }
        Set<String> owners = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (HandlerRun other : similar(run)) {
            names.add(String.valueOf(other.handler()));
            if (other.subscribedSequence() != null) {
                owners.add(other.subscribedSequence());
            }
        }
        return names.size() == 1 && owners.size() == 1 ? owners.iterator().next() : run.sequence();
    }

    static List<Long> own(List<HandlerRun> runs) {
        return runs.stream()
                .map(HandlerRun::ownNanos)
                .filter(Time::isKnown)
                .sorted()
                .toList();
    }

    static long sum(List<HandlerRun> runs, ToLongFunction<HandlerRun> figure) {
        return runs.stream()
                .filter(run -> Time.isKnown(run.ownNanos()))
                .mapToLong(figure)
                .sum();
    }

    static long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? Time.UNKNOWN : sorted.get((int) Math.ceil(percent * sorted.size() / 100.0) - 1);
    }

    /// What is above the median of the same handler in the same build.
    long saved(List<HandlerRun> runs) {
        long saved = 0;
        for (HandlerRun run : runs) {
            if (Time.isKnown(run.ownNanos())) {
                List<Long> self = facts.handlers().stream()
                        .filter(other -> Time.isKnown(other.ownNanos()))
                        .filter(other -> handler(other).equals(handler(run))
                                && build(other).equals(build(run)))
                        .map(HandlerRun::selfNanos)
                        .sorted()
                        .toList();
                saved += Math.max(0, run.onPathNanos() - percentile(self, 50));
            }
        }
        return saved;
    }

    /// The durations of the beat runs of the same build and sequence that emit an event which calls one of
    /// them.
    long beats(List<HandlerRun> runs) {
        long sum = 0;
        for (BeatRun beat : facts.beats()) {
            boolean called = runs.stream()
                    .anyMatch(run -> run.sequence().equals(beat.sequence())
                            && String.valueOf(run.event()).equals(beat.event())
                            && build(run).equals(facts.builds().get(beat.session())));
            sum += called && Time.isKnown(beat.reportedNanos()) ? beat.reportedNanos() : 0;
        }
        return sum;
    }

    /// The executions of each sequence and build.
    Map<String, List<Execution>> sequences() {
        Map<String, List<Execution>> sequences = new TreeMap<>();
        for (Execution execution : facts.executions()) {
            String sequence = execution.sequenceId() == null ? execution.sequenceName() : execution.sequenceId();
            sequences
                    .computeIfAbsent(sequence + " " + facts.builds().get(execution.session()), key -> new ArrayList<>())
                    .add(execution);
        }
        return sequences;
    }

    /// The beat runs of each beat and build.
    Map<String, List<Long>> beatRuns() {
        Map<String, List<Long>> beats = new TreeMap<>();
        for (BeatRun beat : facts.beats()) {
            beats.computeIfAbsent(
                            beat.sequence() + " " + beat.number() + " " + beat.event() + " "
                                    + facts.builds().get(beat.session()),
                            key -> new ArrayList<>())
                    .add(beat.reportedNanos());
        }
        return beats;
    }
}
