package dev.backbeat.analysis.profile;

import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All beat runs in scope, summed up by beat, sequence and build.
///
/// @param tallies by what ran
/// @param numbers the numbers of the kinds of each
record BeatTallies(Map<Ran, Beats> tallies, Map<Ran, Set<Integer>> numbers) {

    /// A beat of a sequence in a build.
    record Ran(
            String sequence,
            int number,
            @Nullable String title,
            @Nullable String event,
            String build) implements Comparable<Ran> {

        @Override
        public int compareTo(Ran other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return sequence + "\0" + "%06d".formatted(number) + "\0" + title + "\0" + event + "\0" + build;
        }

        Ran in(String otherBuild) {
            return new Ran(sequence, number, title, event, otherBuild);
        }
    }

    /// Runs of a beat.
    static final class Beats {
        private final Histogram durations = new Histogram();
        private long runs;
        private long timedRuns;
        private long nanos;
        private long maxNanos = Time.UNKNOWN;

        long nanos() {
            return nanos;
        }

        private long percentile(int percent) {
            return Math.min(durations.percentile(percent), maxNanos);
        }
    }

    static BeatTallies read(Asked asked) {
        Map<Integer, Ran> kinds = new HashMap<>();
        asked.rows("beat-kinds.sql", Map.of(), row -> kinds.put(row.intAt("beat_kind"), ran(row)) == null);
        BeatTallies all = read(asked, kinds, false);
        long runs = all.tallies.values().stream().mapToLong(beats -> beats.runs).sum();
        // Whether they are few is known when they were counted, and then asking again costs little.
        return runs <= asked.mostExactRuns ? read(asked, kinds, true) : all;
    }

    private static BeatTallies read(Asked asked, Map<Integer, Ran> kinds, boolean exact) {
        BeatTallies all = new BeatTallies(new TreeMap<>(), new HashMap<>());
        Map<Long, Beats> known = new HashMap<>();
        asked.rows(
                "beat-durations.sql",
                Map.of("duration b", exact ? "b.duration_nanos" : "b.duration_bucket"),
                row -> all.add(asked, kinds, known, row, exact));
        return all;
    }

    private static Ran ran(Row row) {
        return new Ran(
                row.textAt("sequence").orElse("?"),
                row.intAt("number"),
                row.textAt("title").orElse(null),
                row.textAt("event").orElse(null),
                "");
    }

    /// Names are compared once for each kind and build: there are many rows.
    private boolean add(Asked asked, Map<Integer, Ran> kinds, Map<Long, Beats> known, Row row, boolean exact) {
        int number = row.intAt("beat_kind");
        long key = ((long) number << Integer.SIZE) + row.intAt("build_number");
        Beats beats = known.get(key);
        if (beats == null) {
            Ran kind = kinds.get(number);
            if (kind == null) {
                return false;
            }
            Ran ran = kind.in(asked.build(row));
            numbers.computeIfAbsent(ran, unused -> new HashSet<>()).add(number);
            beats = tallies.computeIfAbsent(ran, unused -> new Beats());
            known.put(key, beats);
        }
        long runs = row.longAt("runs");
        beats.runs += runs;
        if (Time.isKnown(row.longAt("value"))) {
            beats.timedRuns += runs;
            beats.nanos += row.longAt("nanos");
            beats.maxNanos = Math.max(beats.maxNanos, row.longAt("max_nanos"));
            beats.durations.add(Asked.nanos(row, "value", exact), runs);
        }
        return true;
    }

    /// The time of the beats that emit each event, by sequence and build.
    Map<Tally.Called, Long> byEvent() {
        Map<Tally.Called, Long> byEvent = new HashMap<>();
        tallies.forEach((ran, beats) -> byEvent.merge(
                new Tally.Called(ran.sequence(), ran.event() == null ? "?" : ran.event(), ran.build()),
                beats.nanos,
                Long::sum));
        return byEvent;
    }

    /// What an event called.
    ///
    /// @param titles of the beats that emit it
    /// @param runs of these beats
    record Of(Set<String> titles, long runs) {}

    /// The beats that emit each event, by sequence and build.
    Map<Tally.Called, Of> byCall() {
        Map<Tally.Called, Of> byCall = new HashMap<>();
        tallies.forEach((ran, beats) -> {
            Tally.Called called =
                    new Tally.Called(ran.sequence(), ran.event() == null ? "?" : ran.event(), ran.build());
            Set<String> titles = new HashSet<>(
                    byCall.getOrDefault(called, new Of(Set.of(), 0)).titles());
            if (ran.title() != null) {
                titles.add(ran.title());
            }
            byCall.merge(called, new Of(titles, beats.runs), (a, b) -> new Of(titles, a.runs() + b.runs()));
        });
        return byCall;
    }

    /// The beats that took longest in total; the order of names where that is equal.
    List<Profile.BeatLine> lines(Asked asked, int top, boolean manyBuilds) {
        List<Ran> first = tallies.keySet().stream()
                .sorted(Comparator.comparingLong((Ran ran) -> beats(ran).nanos).reversed())
                .limit(top)
                .toList();
        Map<String, Asked.First> slowest = new HashMap<>();
        List<Long> longest = first.stream()
                .map(ran -> beats(ran).maxNanos)
                .filter(Time::isKnown)
                .toList();
        asked.rows("beat-slowest.sql", Asked.oneOf(longest), row -> {
            for (Ran ran : first) {
                boolean same = ran.build().equals(asked.build(row))
                        && numbers.getOrDefault(ran, Set.of()).contains(row.intAt("beat_kind"))
                        && beats(ran).maxNanos == row.longAt("nanos");
                if (same) {
                    slowest.merge(ran.text(), Asked.First.of(row), Asked.First::earlier);
                }
            }
            return true;
        });
        List<Profile.BeatLine> lines = new ArrayList<>();
        for (Ran ran : first) {
            Beats beats = beats(ran);
            lines.add(new Profile.BeatLine(
                    ran.sequence(),
                    ran.number(),
                    ran.title(),
                    ran.event(),
                    manyBuilds ? ran.build() : null,
                    beats.runs,
                    beats.timedRuns,
                    beats.nanos,
                    beats.percentile(50),
                    beats.percentile(95),
                    beats.maxNanos,
                    asked.slowest(slowest.get(ran.text()))));
        }
        return lines;
    }

    private Beats beats(Ran ran) {
        return tallies.getOrDefault(ran, new Beats());
    }
}
