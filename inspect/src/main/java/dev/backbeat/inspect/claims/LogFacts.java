package dev.backbeat.inspect.claims;

import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the store holds of one log, as far as claims are held against it. Asked for once and kept.
final class LogFacts {

    private static final String MOUNTS =
            "SELECT plugin, outcome, start_nanos, end_nanos, start_offset FROM plugin_mounts WHERE input = ?"
                    + " ORDER BY start_offset";
    private static final String REGISTRATIONS =
            "SELECT name, sequence_id, start_offset FROM sequence_registrations WHERE input = ? ORDER BY start_offset";
    private static final String TOPICS =
            "SELECT topic, count(*) AS times, min(start_offset) AS start_offset FROM topic_events"
                    + " WHERE input = ? AND kind = 'subscribed' GROUP BY topic ORDER BY 3";
    private static final String GAPS =
            "SELECT start_nanos, end_nanos, start_offset FROM gaps WHERE input = ? ORDER BY start_nanos";
    private static final String EXECUTIONS =
            "SELECT sequence_name AS name, start_nanos, end_nanos, reported_nanos, start_offset FROM executions"
                    + " WHERE input = ? AND outcome <> 'never_started' ORDER BY start_offset";
    private static final String BEATS =
            "SELECT sequence_name, number, reported_nanos, count(*) AS times, min(start_offset) AS start_offset"
                    + " FROM beat_runs WHERE input = ? GROUP BY sequence_name, number, reported_nanos ORDER BY 5";
    private static final String MOVEMENTS = """
            SELECT e.sequence_name, m.name, m.reported_nanos, count(*) AS times, min(m.start_offset) AS start_offset
            FROM movement_runs m
            JOIN executions e ON e.execution_id = m.execution_id
            WHERE m.input = ?
            GROUP BY e.sequence_name, m.name, m.reported_nanos
            ORDER BY 5
            """;
    private static final String RUNS = "SELECT count(*) AS started,"
            + " count(CASE WHEN outcome = 'completed' THEN 1 END) AS completed, min(start_offset) AS start_offset FROM ";
    private static final String PLUGINS = """
            SELECT plugin FROM plugin_mounts WHERE input = ?
            UNION SELECT plugin FROM executions WHERE input = ?
            UNION SELECT plugin FROM topic_events WHERE input = ?
            UNION SELECT plugin FROM handler_runs WHERE input = ?
            """;
    private static final String COMMITS = "SELECT DISTINCT commit FROM sessions WHERE input = ? AND commit IS NOT NULL";
    private static final String PACKAGES = "SELECT p.name, p.version FROM session_packages p"
            + " JOIN sessions s ON s.session_id = p.session_id WHERE s.input = ?";
    private static final String WITHIN = """
            SELECT time_nanos, start_offset FROM (
                SELECT start_nanos AS time_nanos, start_offset FROM beat_runs WHERE input = ?
                UNION ALL SELECT start_nanos AS time_nanos, start_offset FROM executions WHERE input = ?
                UNION ALL SELECT time_nanos, start_offset FROM topic_events WHERE input = ?
                UNION ALL SELECT time_nanos, start_offset FROM sequence_registrations WHERE input = ?
                UNION ALL SELECT start_nanos AS time_nanos, start_offset FROM plugin_mounts WHERE input = ?
            ) records
            WHERE time_nanos > ? AND time_nanos < ?
            ORDER BY time_nanos, start_offset
            LIMIT 1
            """;

    private final Store store;
    private final Log log;
    private final Map<String, List<Took>> kept = new HashMap<>();

    /// Something that took time.
    ///
    /// @param subject the plugin, or the name of the sequence
    /// @param text the outcome of a mount, the number of a beat, the name of a movement
    /// @param reportedNanos as the log says it, else from its start to its end
    /// @param times how often it took as long
    record Took(
            String subject,
            String text,
            long startNanos,
            long endNanos,
            long reportedNanos,
            long times,
            Origin origin) {}

    /// How many runs of beats or movements there are.
    record Runs(long started, long completed, Origin first) {}

    LogFacts(Store store, Log log) {
        this.store = store;
        this.log = log;
    }

    Log log() {
        return log;
    }

    List<Took> mounts() {
        return asked("mounts", MOUNTS, "plugin", "outcome");
    }

    /// `text` is the sequence's id.
    List<Took> registrations() {
        return asked("registrations", REGISTRATIONS, "name", "sequence_id");
    }

    List<Took> executions() {
        return asked("executions", EXECUTIONS, "name", "");
    }

    List<Took> beats() {
        return asked("beats", BEATS, "sequence_name", "number");
    }

    List<Took> movements() {
        return asked("movements", MOVEMENTS, "sequence_name", "name");
    }

    Runs beatRuns() {
        return runs("beat_runs");
    }

    Runs movementRuns() {
        return runs("movement_runs");
    }

    private Runs runs(String view) {
        return store.rows(
                        RUNS + view + " WHERE input = ?",
                        row -> new Runs(
                                row.longAt("started"),
                                row.longAt("completed"),
                                new Origin(log.input(), Math.max(0, row.longAt("start_offset")))),
                        log.input())
                .getFirst();
    }

    List<Took> gaps() {
        return asked("gaps", GAPS, "", "");
    }

    /// A topic that was subscribed to.
    record Topic(String name, long times, Origin first) {}

    List<Topic> topics() {
        return store.rows(
                TOPICS,
                row -> new Topic(
                        row.textAt("topic").orElse("?"),
                        row.longAt("times"),
                        new Origin(log.input(), row.longAt("start_offset"))),
                log.input());
    }

    /// The names of all plugins that it mentions.
    Set<String> plugins() {
        Set<String> names = new HashSet<>();
        int input = log.input();
        store.rows(PLUGINS, row -> row.textAt("plugin"), input, input, input, input)
                .forEach(name -> name.ifPresent(names::add));
        return names;
    }

    List<String> commits() {
        return store.rows(COMMITS, row -> row.textAt("commit").orElse(""), log.input());
    }

    /// The versions of packages, by name.
    Map<String, Set<String>> packages() {
        Map<String, Set<String>> versions = new HashMap<>();
        store.rows(
                PACKAGES,
                row -> versions.computeIfAbsent(row.textAt("name").orElse("?"), name -> new HashSet<>())
                        .add(row.textAt("version").orElse("?")),
                log.input());
        return versions;
    }

    /// The first record strictly between two times.
    Optional<Took> within(long fromNanos, long toNanos) {
        int input = log.input();
        return store
                .rows(
                        WITHIN,
                        row -> new Took(
                                "",
                                "",
                                row.longAt("time_nanos"),
                                Time.UNKNOWN,
                                Time.UNKNOWN,
                                1,
                                new Origin(input, row.longAt("start_offset"))),
                        input,
                        input,
                        input,
                        input,
                        input,
                        fromNanos,
                        toNanos)
                .stream()
                .findFirst();
    }

    private List<Took> asked(String what, String sql, String subject, String text) {
        return kept.computeIfAbsent(what, key -> store.rows(sql, row -> took(row, subject, text), log.input()));
    }

    private Took took(Row row, String subject, String text) {
        List<String> columns = row.columns();
        long start = columns.contains("start_nanos") ? row.longAt("start_nanos") : Time.UNKNOWN;
        long end = columns.contains("end_nanos") ? row.longAt("end_nanos") : Time.UNKNOWN;
        long times = columns.contains("times") ? row.longAt("times") : 1;
        long reported = columns.contains("reported_nanos") ? row.longAt("reported_nanos") : Time.UNKNOWN;
        return new Took(
                subject.isEmpty() ? "" : row.textAt(subject).orElse("?"),
                text.isEmpty()
                        ? ""
                        : text.equals("number")
                                ? Integer.toString(row.intAt(text))
                                : row.textAt(text).orElse("?"),
                start,
                end,
                Time.isKnown(reported) ? reported : Time.between(start, end),
                times,
                new Origin(log.input(), row.longAt("start_offset")));
    }
}
