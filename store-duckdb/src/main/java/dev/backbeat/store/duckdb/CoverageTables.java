package dev.backbeat.store.duckdb;

import dev.backbeat.store.CoverageFacts;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// The tables of what coverage tools said.
final class CoverageTables {

    private static final RecordTable<CoverageFacts.ReportFile> REPORTS =
            new RecordTable<>("facts.coverage_reports", CoverageFacts.ReportFile.class);
    private static final RecordTable<CoverageFacts.Line> LINES =
            new RecordTable<>("facts.coverage_lines", CoverageFacts.Line.class);
    private static final RecordTable<CoverageFacts.Function> FUNCTIONS =
            new RecordTable<>("facts.coverage_functions", CoverageFacts.Function.class);
    private static final RecordTable<CoverageFacts.Branch> BRANCHES =
            new RecordTable<>("facts.coverage_branches", CoverageFacts.Branch.class);

    private CoverageTables() {}

    static List<String> definitions() {
        return List.of(REPORTS.definition(), LINES.definition(), FUNCTIONS.definition(), BRANCHES.definition());
    }

    static void replace(DuckDBConnection connection, CoverageFacts facts) throws SQLException {
        REPORTS.replace(connection, facts.reports());
        LINES.replace(connection, facts.lines());
        FUNCTIONS.replace(connection, facts.functions());
        BRANCHES.replace(connection, facts.branches());
    }
}
