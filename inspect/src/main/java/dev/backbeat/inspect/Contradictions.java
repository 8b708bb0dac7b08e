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
import java.util.List;

/// Executions that were reported as completed although a handler failed or never ended.
public final class Contradictions {

    private static final String FAILED = "EXEC001";
    private static final String NEVER_ENDED = "EXEC002";
    private static final long OFFSETS_OF_AN_INPUT = 1L << 40;

    /// The place is the first one: input and offset in one number, 2^40 offsets an input.
    private static final String SQL = """
            SELECT h.plugin, h.handler, h.event, h.outcome, e.sequence_name,
                COALESCE(h.subscribed_sequence, e.sequence_id, e.sequence_name) AS sequence,
                count(*) AS runs,
                min(CAST(h.input AS BIGINT) * 1099511627776 + h.end_offset) AS place,
                min(a.runs) AS runs_in_all
            FROM handler_runs h
            JOIN executions e ON e.execution_id = h.execution_id
            JOIN (
                SELECT x.plugin, x.handler, x.event, y.sequence_name, count(*) AS runs
                FROM handler_runs x
                JOIN executions y ON y.execution_id = x.execution_id
                GROUP BY x.plugin, x.handler, x.event, y.sequence_name
            ) a ON COALESCE(a.plugin, '') = COALESCE(h.plugin, '')
                AND COALESCE(a.handler, '') = COALESCE(h.handler, '')
                AND COALESCE(a.event, '') = COALESCE(h.event, '')
                AND a.sequence_name = e.sequence_name
            WHERE e.outcome = 'completed' AND h.outcome IN ('failed', 'never_ended')
            GROUP BY h.plugin, h.handler, h.event, h.outcome, e.sequence_name,
                COALESCE(h.subscribed_sequence, e.sequence_id, e.sequence_name)
            ORDER BY h.outcome, runs DESC, h.plugin, h.handler, h.event, e.sequence_name
            """;

    private Contradictions() {}

    /// One finding for each handler, sequence and kind of contradiction.
    public static Exhibit.Findings of(Store store, RawLines rawLines) {
        long completed = store.rows(
                        "SELECT count(*) AS runs FROM executions WHERE outcome = 'completed'",
                        row -> row.longAt("runs"))
                .getFirst();
        List<Finding> findings = store.rows(SQL, row -> finding(row, rawLines));
        return new Exhibit.Findings(
                "reported as completed, and yet",
                findings,
                List.of(
                        new Exhibit.Findings.Checked(FAILED, completed),
                        new Exhibit.Findings.Checked(NEVER_ENDED, completed)),
                "none of the %,d completed executions holds a handler that failed or never ended".formatted(completed));
    }

    private static Finding finding(Row row, RawLines rawLines) {
        boolean failed = row.textAt("outcome").orElse("").equals("failed");
        String event = row.textAt("event").orElse("?");
        HandlerKey handler = new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence").orElse("?"),
                row.textAt("handler").orElseGet(() -> "a handler of " + event));
        long runs = row.longAt("runs");
        long place = row.longAt("place");
        Origin origin = new Origin((int) (place / OFFSETS_OF_AN_INPUT), place % OFFSETS_OF_AN_INPUT);
        String sentence = "`%s.%s` %s in %,d of its %,d runs in `%s`, and the execution was reported as completed"
                .formatted(
                        handler.plugin(),
                        handler.handler(),
                        failed ? "failed" : "never ended",
                        runs,
                        row.longAt("runs_in_all"),
                        row.textAt("sequence_name").orElse("?"));
        return new Finding(
                failed ? FAILED : NEVER_ENDED,
                failed ? Severity.ERROR : Severity.WARNING,
                sentence,
                runs,
                List.of(new Reference.ToPlace(rawLines.place(origin)), new Reference.ToHandler(handler)),
                "see the lines around it with `backbeat raw %s`".formatted(origin));
    }
}
