package dev.backbeat.inspect.claims;

import dev.backbeat.model.Origin;
import dev.backbeat.store.Store;
import java.util.List;

/// A log in the store, with all sessions that are read from it: an analyzer reads a file as a whole.
///
/// @param startNanos the time of its first timed record
/// @param endNanos the time of its last timed record
/// @param startOffset where the first session begins
/// @param endOffset where the last record of the last session stands
record Log(
        int input,
        String name,
        long lines,
        long timedRecords,
        long startNanos,
        long endNanos,
        long startOffset,
        long endOffset) {

    private static final String SQL = """
            SELECT i.input, i.name, i.lines, sum(s.timed_messages) AS timed,
                min(s.start_nanos) AS start_nanos, max(s.end_nanos) AS end_nanos,
                min(s.start_offset) AS start_offset, max(s.end_offset) AS end_offset
            FROM inputs i
            JOIN sessions s ON s.input = i.input
            GROUP BY i.input, i.name, i.lines
            ORDER BY i.input
            """;

    /// All logs of a store.
    static List<Log> all(Store store) {
        return store.rows(
                SQL,
                row -> new Log(
                        row.intAt("input"),
                        row.textAt("name").orElse("?"),
                        row.longAt("lines"),
                        row.longAt("timed"),
                        row.longAt("start_nanos"),
                        row.longAt("end_nanos"),
                        row.longAt("start_offset"),
                        row.longAt("end_offset")));
    }

    String shortName() {
        return Report.FileName.of(name);
    }

    /// Where it begins.
    Origin start() {
        return new Origin(input, startOffset);
    }

    /// Where it ends.
    Origin end() {
        return new Origin(input, endOffset);
    }
}
