package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.List;

/// The errors of a handler, alike ones as one.
final class HandlerTrouble {

    private static final int SHOWN = 20;

    private static final String SQL = """
            SELECT r.message, count(*) AS n, min(r.time_nanos) AS first_nanos, max(r.time_nanos) AS last_nanos,
                max_by(r.execution_id, r.time_nanos) AS execution_id, max_by(r.input, r.time_nanos) AS input,
                max_by(r.start_offset, r.time_nanos) AS start_offset, max_by(r.stack, r.time_nanos) AS stack
            FROM errors r
            JOIN {runs} ON runs.execution_id = r.execution_id AND runs.ordinal = r.handler_run
            GROUP BY r.message
            ORDER BY count(*) DESC, max(r.time_nanos) DESC, r.message
            """;

    private HandlerTrouble() {}

    static Exhibit of(Store store, RawLines lines, HandlerKey handler, Scope scope) {
        List<List<Cell>> rows = HandlerRuns.rows(store, scope, handler, SQL, row -> cells(row, lines));
        return new Exhibit.Table(
                "errors of it, the most frequent first",
                List.of(
                        Exhibit.Column.number("times"),
                        Exhibit.Column.text("first"),
                        Exhibit.Column.text("last"),
                        Exhibit.Column.text("last at"),
                        Exhibit.Column.line("message")),
                rows.stream().limit(SHOWN).toList(),
                rows.size(),
                "no error of it is in the logs");
    }

    private static List<Cell> cells(Row row, RawLines lines) {
        Place place = lines.place(new Origin(row.intAt("input"), row.longAt("start_offset")));
        ExecutionId execution = new ExecutionId(row.longAt("execution_id"));
        return List.of(
                Cell.count(row.longAt("n")),
                Cell.instant(row.longAt("first_nanos")),
                Cell.instant(row.longAt("last_nanos")),
                new Cell(
                        Cell.place(place).value(),
                        List.of(new Reference.ToPlace(place), new Reference.ToExecution(execution))),
                Cells.code(row, "message"));
    }
}
