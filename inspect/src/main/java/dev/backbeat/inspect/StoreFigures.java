package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;

/// How far what is shown can be trusted: what was read, rebuilt, tied to code, and what was not.
public final class StoreFigures {

    private static final String LINES = """
            SELECT COALESCE(sum(lines), 0) AS n,
                COALESCE(sum(CASE WHEN line_class = 'unknown' THEN lines END), 0) AS unknown,
                COALESCE(sum(CASE WHEN line_class = 'rejected' THEN lines END), 0) AS rejected
            FROM ledger
            """;
    private static final String EXECUTIONS = """
            SELECT count(*) AS n, count(CASE WHEN outcome <> 'completed' THEN 1 END) AS open,
                count(CASE WHEN contradiction THEN 1 END) AS contradictions
            FROM executions WHERE outcome <> 'never_started'
            """;
    private static final String BEATS = "SELECT CAST(COALESCE(sum(beat_runs), 0) AS BIGINT) AS n,"
            + " CAST(COALESCE(sum(CASE WHEN path IS NOT NULL THEN beat_runs END), 0) AS BIGINT) AS mapped"
            + " FROM beat_kind_code";
    private static final String FAILURES = "SELECT count(CASE WHEN outcome = 'failed' THEN 1 END) AS failed,"
            + " count(CASE WHEN outcome = 'never_ended' THEN 1 END) AS open"
            + " FROM handler_times WHERE outcome IN ('failed', 'never_ended')";
    private static final String SESSIONS = "SELECT count(*) AS n FROM sessions";
    private static final String CHECKOUTS = "SELECT count(*) AS n FROM checkouts";

    private StoreFigures() {}

    /// The figures, each as a count.
    public static Exhibit of(Store store) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        add(store, facts, LINES, "lines", "n", "unknown lines", "unknown", "rejected lines", "rejected");
        add(store, facts, SESSIONS, "sessions", "n");
        add(store, facts, EXECUTIONS, "executions", "n", "not ended", "open", "contradictions", "contradictions");
        add(store, facts, BEATS, "beats", "n", "mapped beats", "mapped");
        add(store, facts, FAILURES, "failed handler runs", "failed", "handler runs that never ended", "open");
        add(store, facts, CHECKOUTS, "checkouts", "n");
        return new Exhibit.Summary("what was read", facts);
    }

    /// @param names of facts and of their columns, by turns
    private static void add(Store store, List<Exhibit.Summary.Fact> facts, String sql, String... names) {
        store.rows(sql, row -> {
            for (int i = 0; i < names.length; i += 2) {
                facts.add(new Exhibit.Summary.Fact(names[i], Cell.count(row.longAt(names[i + 1]))));
            }
            return true;
        });
    }
}
