package dev.backbeat.inspect;

import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.model.Severity;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Executions that were reported as completed although a beat failed, or a handler failed or never
/// ended.
public final class Contradictions {

    private static final String FAILED = "EXEC001";
    private static final String NEVER_ENDED = "EXEC002";
    private static final String FAILED_BEAT = "EXEC003";

    /// Looks at what went wrong first, then counts all runs of that alone: of executions in which the same
    /// handlers ran for the same beats, one stands for all. A place is the first one: input and offset in one
    /// number, 2^40 offsets an input.
    private static final String SQL = """
            WITH calls AS (
                SELECT h.handler_kind, e.sequence_kind,
                    count(CASE WHEN h.outcome = 'failed' THEN 1 END) AS failed,
                    min(CASE WHEN h.outcome = 'failed'
                        THEN CAST(s.input AS BIGINT) * 1099511627776 + h.end_offset END) AS failed_place,
                    count(CASE WHEN h.outcome = 'never_ended' THEN 1 END) AS never_ended,
                    min(CASE WHEN h.outcome = 'never_ended'
                        THEN CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset END) AS never_ended_place
                FROM handler_times h
                JOIN execution_times e ON e.execution_id = h.execution_id
                JOIN session_builds s ON s.session_id = h.session_id
                WHERE e.outcome = 'completed' AND e.failed_handler_runs + e.unended_handler_runs > 0
                    AND h.outcome IN ('failed', 'never_ended'){scope}
                GROUP BY 1, 2
            ),
            same AS (
                SELECT k.handler_kind,
                    dense_rank() OVER (ORDER BY k.plugin, k.handler, k.event) AS named
                FROM handler_kinds k
            ),
            folds AS (
                SELECT e.sequence_kind, e.handler_runs, e.handler_sums, e.handler_squares,
                    count(*) AS executions, min(e.execution_id) AS execution_id
                FROM execution_times e
                WHERE e.handler_runs > 0 AND (SELECT count(*) FROM calls) > 0{scope}
                GROUP BY 1, 2, 3, 4
            ),
            runs AS (
                SELECT h.handler_kind, f.sequence_kind, sum(f.executions * h.runs) AS runs
                FROM folds f
                JOIN (
                    SELECT x.execution_id, x.handler_kind, count(*) AS runs
                    FROM handler_times x
                    WHERE x.execution_id IN (SELECT y.execution_id FROM folds y)
                    GROUP BY 1, 2
                ) h ON h.execution_id = f.execution_id
                WHERE h.handler_kind IN (
                    SELECT k.handler_kind FROM same k
                    JOIN same o ON o.named = k.named
                    JOIN calls c ON c.handler_kind = o.handler_kind
                )
                GROUP BY 1, 2
            )
            SELECT k.plugin, k.handler, k.event, q.sequence_name,
                min(COALESCE(k.subscribed_sequence, q.sequence_id, q.sequence_name)) AS sequence,
                CAST(sum(r.runs) AS BIGINT) AS runs,
                CAST(sum(COALESCE(c.failed, 0)) AS BIGINT) AS failed,
                min(c.failed_place) AS failed_place,
                CAST(sum(COALESCE(c.never_ended, 0)) AS BIGINT) AS never_ended,
                min(c.never_ended_place) AS never_ended_place
            FROM runs r
            JOIN handler_kinds k ON k.handler_kind = r.handler_kind
            JOIN sequence_kinds q ON q.sequence_kind = r.sequence_kind
            LEFT JOIN calls c ON c.handler_kind = r.handler_kind AND c.sequence_kind = r.sequence_kind
            GROUP BY k.plugin, k.handler, k.event, q.sequence_name
            HAVING sum(COALESCE(c.failed, 0) + COALESCE(c.never_ended, 0)) > 0
            ORDER BY k.plugin, k.handler, k.event, q.sequence_name
            """;

    /// The same of beats that the log reports as failed.
    private static final String FAILED_BEATS = """
            WITH fails AS (
                SELECT b.beat_kind, e.sequence_kind, count(*) AS failed,
                    min(CAST(s.input AS BIGINT) * 1099511627776 + b.end_offset) AS failed_place
                FROM beat_times b
                JOIN execution_times e ON e.execution_id = b.execution_id
                JOIN session_builds s ON s.session_id = b.session_id
                WHERE b.outcome = 'failed' AND e.outcome = 'completed'{scope}
                GROUP BY 1, 2
            ),
            same AS (
                SELECT k.beat_kind, dense_rank() OVER (ORDER BY COALESCE(k.title, k.event)) AS named
                FROM beat_kinds k
            ),
            folds AS (
                SELECT e.sequence_kind, e.beat_runs, e.beat_sums, e.beat_squares, e.beat_cubes,
                    count(*) AS executions, min(e.execution_id) AS execution_id
                FROM execution_times e
                WHERE e.beat_runs > 0 AND (SELECT count(*) FROM fails) > 0{scope}
                GROUP BY 1, 2, 3, 4, 5
            ),
            runs AS (
                SELECT b.beat_kind, f.sequence_kind, sum(f.executions * b.runs) AS runs
                FROM folds f
                JOIN (
                    SELECT x.execution_id, x.beat_kind, count(*) AS runs
                    FROM beat_times x
                    WHERE x.execution_id IN (SELECT y.execution_id FROM folds y)
                    GROUP BY 1, 2
                ) b ON b.execution_id = f.execution_id
                WHERE b.beat_kind IN (
                    SELECT k.beat_kind FROM same k
                    JOIN same o ON o.named = k.named
                    JOIN fails f ON f.beat_kind = o.beat_kind
                )
                GROUP BY 1, 2
            )
            SELECT q.sequence_name, COALESCE(k.title, k.event) AS beat,
                min(COALESCE(q.sequence_id, q.sequence_name)) AS sequence,
                CAST(sum(r.runs) AS BIGINT) AS runs,
                CAST(sum(COALESCE(f.failed, 0)) AS BIGINT) AS failed,
                min(f.failed_place) AS failed_place
            FROM runs r
            JOIN beat_kinds k ON k.beat_kind = r.beat_kind
            JOIN sequence_kinds q ON q.sequence_kind = r.sequence_kind
            LEFT JOIN fails f ON f.beat_kind = r.beat_kind AND f.sequence_kind = r.sequence_kind
            GROUP BY q.sequence_name, COALESCE(k.title, k.event)
            HAVING sum(COALESCE(f.failed, 0)) > 0
            ORDER BY q.sequence_name, beat
            """;

    private Contradictions() {}

    /// One finding for each handler, sequence and kind of contradiction.
    ///
    /// @param scope of these executions
    public static Exhibit.Findings of(Store store, RawLines rawLines, Scope scope) {
        Within within = Within.of(scope, "e.execution_id");
        long completed = within.rows(
                        store,
                        "SELECT count(*) AS runs FROM execution_times e WHERE e.outcome = 'completed'{scope}",
                        row -> row.longAt("runs"))
                .getFirst();
        List<Finding> findings = new ArrayList<>();
        within.rows(store, SQL, row -> findings.addAll(findings(row, rawLines)));
        within.rows(store, FAILED_BEATS, row -> findings.add(failedBeat(row, rawLines)));
        findings.sort(Comparator.comparing(Finding::rule)
                .thenComparing(Comparator.comparingLong(Finding::count).reversed()));
        return new Exhibit.Findings(
                "reported as completed, and yet",
                findings,
                List.of(
                        new Exhibit.Findings.Checked(FAILED, completed),
                        new Exhibit.Findings.Checked(NEVER_ENDED, completed),
                        new Exhibit.Findings.Checked(FAILED_BEAT, completed)),
                "none of the %,d completed executions holds a beat that failed, or a handler that failed or never ended"
                        .formatted(completed));
    }

    private static List<Finding> findings(Row row, RawLines rawLines) {
        List<Finding> findings = new ArrayList<>();
        if (row.longAt("failed") > 0) {
            findings.add(finding(row, rawLines, "failed", FAILED, Severity.ERROR));
        }
        if (row.longAt("never_ended") > 0) {
            findings.add(finding(row, rawLines, "never_ended", NEVER_ENDED, Severity.WARNING));
        }
        return findings;
    }

    private static Finding failedBeat(Row row, RawLines rawLines) {
        Origin origin = Origin.ofNumber(row.longAt("failed_place"));
        return new Finding(
                FAILED_BEAT,
                Severity.ERROR,
                "the beat `%s` failed in %,d of its %,d runs in `%s`, and the execution was reported as completed"
                        .formatted(
                                row.textAt("beat").orElse("?"),
                                row.longAt("failed"),
                                row.longAt("runs"),
                                row.textAt("sequence_name").orElse("?")),
                row.longAt("failed"),
                List.of(
                        new Reference.ToPlace(rawLines.place(origin)),
                        new Reference.ToExecutions(
                                ExecutionSet.ofSequence(row.textAt("sequence").orElse("?"))
                                        .ended(ExecutionList.CONTRADICTION)),
                        new Reference.ToSequence(row.textAt("sequence").orElse("?"))),
                "see the lines around it with `backbeat raw %s`".formatted(origin));
    }

    private static Finding finding(Row row, RawLines rawLines, String outcome, String rule, Severity severity) {
        String event = row.textAt("event").orElse("?");
        HandlerKey handler = new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence").orElse("?"),
                row.textAt("handler").orElseGet(() -> "a handler of " + event));
        long runs = row.longAt(outcome);
        Origin origin = Origin.ofNumber(row.longAt(outcome + "_place"));
        String sentence = "`%s.%s` %s in %,d of its %,d runs in `%s`, and the execution was reported as completed"
                .formatted(
                        handler.plugin(),
                        handler.handler(),
                        outcome.replace('_', ' '),
                        runs,
                        row.longAt("runs"),
                        row.textAt("sequence_name").orElse("?"));
        return new Finding(
                rule,
                severity,
                sentence,
                runs,
                List.of(
                        new Reference.ToPlace(rawLines.place(origin)),
                        new Reference.ToExecutions(ExecutionSet.ofSequence(
                                        row.textAt("sequence_name").orElse("?"))
                                .where(handler)
                                .whereItEnded(outcome)
                                .ended(ExecutionList.CONTRADICTION)),
                        new Reference.ToHandler(handler)),
                "see the lines around it with `backbeat raw %s`".formatted(origin));
    }
}
