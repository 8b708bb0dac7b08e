package dev.backbeat.inspect;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Executions that were reported as completed although a beat failed, or a handler failed or never ended.
public final class Contradictions {

    private static final String FAILED = "EXEC001";
    private static final String NEVER_ENDED = "EXEC002";
    private static final String FAILED_BEAT = "EXEC003";

    /// One scan; a place is the first one: input and offset in one number, 2^40 offsets an input.
    private static final String SQL = """
            SELECT h.plugin, h.handler, h.event, e.sequence_name,
                min(COALESCE(h.subscribed_sequence, e.sequence_id, e.sequence_name)) AS sequence,
                count(*) AS runs,
                count(CASE WHEN e.outcome = 'completed' AND h.outcome = 'failed' THEN 1 END) AS failed,
                min(CASE WHEN e.outcome = 'completed' AND h.outcome = 'failed'
                    THEN CAST(h.input AS BIGINT) * 1099511627776 + h.end_offset END) AS failed_place,
                count(CASE WHEN e.outcome = 'completed' AND h.outcome = 'never_ended' THEN 1 END) AS never_ended,
                min(CASE WHEN e.outcome = 'completed' AND h.outcome = 'never_ended'
                    THEN CAST(h.input AS BIGINT) * 1099511627776 + h.start_offset END) AS never_ended_place
            FROM handler_runs h
            JOIN executions e ON e.execution_id = h.execution_id
            GROUP BY h.plugin, h.handler, h.event, e.sequence_name
            HAVING count(CASE WHEN e.outcome = 'completed' AND h.outcome IN ('failed', 'never_ended') THEN 1 END) > 0
            ORDER BY h.plugin, h.handler, h.event, e.sequence_name
            """;

    /// The same of beats that the log reports as failed.
    private static final String FAILED_BEATS = """
            SELECT e.sequence_name, COALESCE(b.title, b.event) AS beat,
                min(COALESCE(b.sequence_id, b.sequence_name)) AS sequence,
                count(*) AS runs,
                count(CASE WHEN e.outcome = 'completed' AND b.outcome = 'failed' THEN 1 END) AS failed,
                min(CASE WHEN e.outcome = 'completed' AND b.outcome = 'failed'
                    THEN CAST(b.input AS BIGINT) * 1099511627776 + b.end_offset END) AS failed_place
            FROM beat_runs b
            JOIN executions e ON e.execution_id = b.execution_id
            GROUP BY e.sequence_name, COALESCE(b.title, b.event)
            HAVING count(CASE WHEN e.outcome = 'completed' AND b.outcome = 'failed' THEN 1 END) > 0
            ORDER BY e.sequence_name, beat
            """;

    private Contradictions() {}

    /// One finding for each handler, sequence and kind of contradiction.
    public static Exhibit.Findings of(Store store, RawLines rawLines) {
        long completed = store.rows(
                        "SELECT count(*) AS runs FROM executions WHERE outcome = 'completed'",
                        row -> row.longAt("runs"))
                .getFirst();
        List<Finding> findings = new ArrayList<>();
        store.rows(SQL, row -> findings.addAll(findings(row, rawLines)));
        store.rows(FAILED_BEATS, row -> findings.add(failedBeat(row, rawLines)));
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
                List.of(new Reference.ToPlace(rawLines.place(origin)), new Reference.ToHandler(handler)),
                "see the lines around it with `backbeat raw %s`".formatted(origin));
    }
}
