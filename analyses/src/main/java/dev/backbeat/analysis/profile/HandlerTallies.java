package dev.backbeat.analysis.profile;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

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
        Map<Long, Tally> known = new HashMap<>();
        asked.rows("handler-sums.sql", Map.of(), row -> all.sums(asked, known, row));
        long from = timed ? range.fromNanos() : 0;
        asked.rows(
                "handler-durations.sql",
                all.values(),
                row -> all.durations(asked, known, row),
                from,
                from,
                all.stretchNanos);
        all.save();
        return all;
    }

    private Map<String, String> values() {
        String own = exact ? "h.own_nanos" : "h.own_bucket";
        if (!parted) {
            return Map.of("own h", own, "self h", "0", "path h", "0", "path sum", "sum(h.own_nanos)");
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
                "sum(" + path + ")");
    }

    /// The tally of the row's kind in its build. Names are compared once for each of both: there are many rows.
    private Tally tally(Asked asked, Map<Long, Tally> known, Row row) {
        int number = row.intAt("handler_kind");
        long key = ((long) number << Integer.SIZE) + row.intAt("build_number");
        return known.computeIfAbsent(key, unused -> tally(asked, number, row));
    }

    private Tally tally(Asked asked, int number, Row row) {
        Kind kind = kinds.get(number);
        if (kind == null) {
            return new Tally(stretches);
        }
        String build = asked.build(row);
        Tally tally = tallies.computeIfAbsent(kind.in(build), ran -> new Tally(stretches));
        tally.called.add(new Tally.Called(kind.sequence(), kind.event(), build));
        tally.logged.add(kind.logged());
        return tally;
    }

    private boolean sums(Asked asked, Map<Long, Tally> known, Row row) {
        Tally tally = tally(asked, known, row);
        Kind kind = kinds.get(row.intAt("handler_kind"));
        if (kind != null) {
            ways.add(kind, asked.build(row), row);
        }
        tally.runs += row.longAt("runs");
        if (row.longAt("timed_runs") > 0) {
            tally.timedRuns += row.longAt("timed_runs");
            tally.ownNanos += row.longAt("own_nanos");
            tally.waitedNanos += row.longAt("waited_nanos");
            tally.nestedNanos += row.longAt("nested_nanos");
            tally.minNanos = Math.min(tally.minNanos, row.longAt("min_nanos"));
            tally.maxNanos = Math.max(tally.maxNanos, row.longAt("max_nanos"));
        }
        return true;
    }

    private boolean durations(Asked asked, Map<Long, Tally> known, Row row) {
        Tally tally = tally(asked, known, row);
        long runs = row.longAt("runs");
        int stretch = Math.clamp(row.longAt("stretch_nanos") / stretchNanos, 0, stretches - 1);
        long own = Asked.nanos(row, "own_value", exact);
        tally.took(stretch, own, runs, row.longAt("own_nanos"));
        tally.self.add(parted ? Asked.nanos(row, "self_value", exact) : own, runs);
        tally.path.add(parted ? Asked.nanos(row, "path_value", exact) : own, runs, row.longAt("path_nanos"));
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
