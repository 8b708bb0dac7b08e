package dev.backbeat.analysis.profile;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All handler runs in scope, summed up by handler, executed sequence and build.
///
/// @param tallies by what ran
/// @param kinds what runs as a handler, by its number
/// @param exact whether durations are exact
/// @param parted whether not all own time is on the critical path
/// @param stretches into how many equal parts time is divided
/// @param fromNanos when the first was called
/// @param stretchNanos how long the equal parts of time are
/// @param ways the same runs by what called them
record HandlerTallies(
        Map<Ran, Tally> tallies,
        Map<Integer, Kind> kinds,
        boolean exact,
        boolean parted,
        int stretches,
        long fromNanos,
        long stretchNanos,
        Ways ways) {

    /// Into how many parts time is divided at most: more cost more and fit no screen.
    private static final int MOST_STRETCHES = 24;

    /// A handler in a sequence in a build.
    ///
    /// @param sequence the executed one
    record Ran(HandlerKey handler, String sequence, String build) implements Comparable<Ran> {

        @Override
        public int compareTo(Ran other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return String.join("\0", handler.plugin(), handler.handler(), handler.sequence(), sequence, build);
        }
    }

    /// What a kind of handler is.
    ///
    /// @param handler under its latest name
    /// @param logged the handler as the log calls it
    record Kind(HandlerKey handler, HandlerKey logged, String sequence, String event) {

        static Kind of(Row row, KnownCode code) {
            String event = row.textAt("event").orElse("?");
            String sequence = row.textAt("sequence").orElse("?");
            HandlerKey logged = new HandlerKey(
                    row.textAt("plugin").orElse("?"),
                    row.textAt("subscribed_sequence").orElse(sequence),
                    row.textAt("handler").orElseGet(() -> "a handler of " + event));
            return new Kind(code.latest(logged), logged, sequence, event);
        }

        Ran in(String build) {
            return new Ran(handler, sequence, build);
        }
    }

    private record Range(long runs, long partedRuns, long fromNanos, long toNanos) {}

    static HandlerTallies read(Asked asked, KnownCode code, int buckets) {
        Range range = asked.rows(
                        "handler-range.sql",
                        Map.of(),
                        row -> new Range(
                                row.longAt("runs"),
                                row.longAt("parted_runs"),
                                row.longAt("first_nanos"),
                                row.longAt("last_nanos")))
                .getFirst();
        int stretches = Math.clamp(buckets, 1, MOST_STRETCHES);
        boolean timed = Time.isKnown(range.fromNanos());
        HandlerTallies all = new HandlerTallies(
                new TreeMap<>(),
                new HashMap<>(),
                range.runs() <= asked.mostExactRuns,
                range.partedRuns() > 0,
                stretches,
                range.fromNanos(),
                timed ? (range.toNanos() - range.fromNanos()) / stretches + 1 : 1,
                new Ways());
        asked.rows(
                "handler-kinds.sql",
                Map.of(),
                row -> all.kinds.put(row.intAt("handler_kind"), Kind.of(row, code)) == null);
        Map<Long, RunSums> known = new LinkedHashMap<>();
        asked.rows("handler-durations.sql", all.filled(), row -> all.durations(asked, known, row));
        known.values().forEach(RunSums::tell);
        all.save();
        return all;
    }

    /// How many of the parts of time are asked for as one, with what its later half took beside it:
    /// trends are drawn through fewer parts than the heatmap has.
    private int together() {
        return stretches == 2 * Tally.TREND_STRETCHES ? 2 : 1;
    }

    private Map<String, String> filled() {
        Map<String, String> filled = new HashMap<>(values());
        filled.put("first", Long.toString(Time.isKnown(fromNanos) ? fromNanos : 0));
        filled.put("stretch", Long.toString(together() * stretchNanos));
        filled.put("half", Long.toString(stretchNanos));
        return filled;
    }

    private Map<String, String> values() {
        String own = exact ? "h.own_nanos" : "h.own_bucket";
        if (!parted) {
            return Map.of("own h", own, "self h", "0", "path h", "0", "path sum", "0");
        }
        String path = "h.own_nanos - h.nested_nanos - h.off_path_nanos";
        return Map.of(
                "own h",
                own,
                "self h",
                exact ? "h.own_nanos - h.nested_nanos" : "h.self_bucket",
                "path h",
                exact ? path : "h.path_bucket",
                "path sum",
                "CAST(sum(" + path + ") AS BIGINT)");
    }

    /// What a kind of handler took in a build: names are compared once for each, there are many rows of
    /// it.
    private final class RunSums {
        private final @Nullable Kind kind;
        private final String build;
        private final Tally tally;
        private long runs;
        private long timedRuns;
        private long ownNanos;
        private long waitedNanos;
        private long nestedNanos;
        private long firstNanos = Time.UNKNOWN;

        RunSums(@Nullable Kind kind, String build) {
            this.kind = kind;
            this.build = build;
            this.tally = kind == null
                    ? new Tally(stretches)
                    : tallies.computeIfAbsent(kind.in(build), ran -> new Tally(stretches));
            if (kind != null) {
                tally.called.add(new Tally.Called(kind.sequence(), kind.event(), build));
                tally.logged.add(kind.logged());
            }
        }

        private void add(Row row, long timed) {
            runs += row.longAt("runs");
            timedRuns += timed;
            waitedNanos += orNone(row.longAt("waited_nanos"));
            nestedNanos += orNone(row.longAt("nested_nanos"));
            long first = row.longAt("first_nanos");
            if (Time.isKnown(first)) {
                firstNanos = Time.isKnown(firstNanos) ? Math.min(firstNanos, first) : first;
            }
        }

        /// Adds up; time without a run that has one counts as none.
        private void tell() {
            boolean timed = timedRuns > 0;
            tally.runs += runs;
            tally.timedRuns += timedRuns;
            tally.ownNanos += ownNanos;
            tally.waitedNanos += timed ? waitedNanos : 0;
            tally.nestedNanos += timed ? nestedNanos : 0;
            if (kind != null) {
                ways.add(kind, build, runs, timed ? ownNanos - nestedNanos : 0, firstNanos);
            }
        }
    }

    private static long orNone(long nanos) {
        return Time.isKnown(nanos) ? nanos : 0;
    }

    private boolean durations(Asked asked, Map<Long, RunSums> known, Row row) {
        int number = row.intAt("handler_kind");
        long key = ((long) number << Integer.SIZE) + row.intAt("build_number");
        RunSums sums = known.get(key);
        if (sums == null) {
            sums = new RunSums(kinds.get(number), asked.build(row));
            known.put(key, sums);
        }
        long runs = row.longAt("timed_runs");
        sums.add(row, runs);
        if (runs == 0) {
            return false;
        }
        Tally tally = sums.tally;
        long ownNanos = row.longAt("own_nanos");
        sums.ownNanos += ownNanos;
        tally.minNanos = Math.min(tally.minNanos, row.longAt("min_nanos"));
        tally.maxNanos = Math.max(tally.maxNanos, row.longAt("max_nanos"));
        int stretch = Math.clamp(row.longAt("stretch_nanos") / stretchNanos, 0, stretches - 1);
        long own = Asked.nanos(row, "own_value", exact);
        long later = together() > 1 ? orNone(row.longAt("later_nanos")) : 0;
        tally.took(stretch, own, runs, ownNanos - later);
        if (later != 0) {
            tally.ownByStretch[Math.min(stretch + 1, stretches - 1)] += later;
        }
        tally.self.add(parted ? Asked.nanos(row, "self_value", exact) : own, runs);
        tally.path.add(
                parted ? Asked.nanos(row, "path_value", exact) : own,
                runs,
                parted ? row.longAt("path_nanos") : ownNanos);
        return true;
    }

    /// What could be saved: above the median of the handler in that build, whatever sequence it ran in.
    private void save() {
        Map<String, Histogram> selfTimes = new LinkedHashMap<>();
        tallies.forEach((ran, tally) -> selfTimes
                .computeIfAbsent(ran.handler() + " " + ran.build(), key -> new Histogram())
                .addAll(tally.self));
        tallies.forEach((ran, tally) -> {
            Histogram all = selfTimes.getOrDefault(ran.handler() + " " + ran.build(), tally.self);
            tally.savedNanos = all.count() > 0 ? tally.path.above(all.median()) : 0;
        });
    }
}
