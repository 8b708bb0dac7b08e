package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.util.List;

/// What became of every line.
public final class Ledger {

    private static final int SHOWN = 50;

    private static final String INPUTS = """
            SELECT i.input, i.name, i.lines,
                COALESCE(sum(CASE WHEN l.line_class = 'event' THEN l.lines END), 0) AS events,
                COALESCE(sum(CASE WHEN l.line_class = 'silent' THEN l.lines END), 0) AS silent,
                COALESCE(sum(CASE WHEN l.line_class = 'unknown' THEN l.lines END), 0) AS unknown,
                COALESCE(sum(CASE WHEN l.line_class = 'rejected' THEN l.lines END), 0) AS rejected,
                i.lines - COALESCE(sum(l.lines), 0) AS missing
            FROM inputs i
            LEFT JOIN ledger l ON l.input = i.input
            GROUP BY i.input, i.name, i.lines
            ORDER BY i.input
            """;

    private static final String RULES =
            "SELECT line_class, rule, lines FROM ledger WHERE input = ? ORDER BY line_class, lines DESC, rule";

    private static final String TEMPLATES =
            "SELECT template, first_offset, records, lines FROM unknown_templates WHERE input = ?"
                    + " ORDER BY lines DESC, first_offset";

    private static final String REJECTS =
            "SELECT start_offset, length, reason FROM rejects WHERE input = ? ORDER BY start_offset";

    private record Rejection(long offset, long length, String reason) {}

    private Ledger() {}

    /// One row an input. `balance` is what is missing to the number of lines: always 0.
    public static List<Exhibit> of(Store store) {
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.number("input"),
                Exhibit.Column.text("name"),
                Exhibit.Column.number("lines"),
                Exhibit.Column.number("events"),
                Exhibit.Column.number("silent"),
                Exhibit.Column.number("unknown"),
                Exhibit.Column.number("rejected"),
                Exhibit.Column.number("balance"));
        return List.of(Exhibit.Table.of(
                "what became of every line",
                columns,
                store.rows(INPUTS, Ledger::input),
                "the store is empty; read logs with `backbeat analyze <logs>`"));
    }

    /// The rules, the unknown kinds and the rejected lines of one input.
    public static List<Exhibit> of(Store store, RawLines rawLines, StoredInput input) {
        List<List<Cell>> rules = store.rows(
                RULES,
                row -> List.of(Cells.text(row, "line_class"), Cells.code(row, "rule"), Cell.count(row.longAt("lines"))),
                input.number());
        Exhibit byRule = Exhibit.Table.of(
                "what became of the %,d lines of `%s`".formatted(input.lines(), input.name()),
                List.of(Exhibit.Column.text("class"), Exhibit.Column.text("rule"), Exhibit.Column.number("lines")),
                rules,
                "it has no lines");
        return List.of(byRule, templates(store, rawLines, input), rejects(store, rawLines, input));
    }

    private static Exhibit templates(Store store, RawLines rawLines, StoredInput input) {
        List<List<Cell>> rows = store.rows(
                TEMPLATES,
                row -> List.of(
                        Cell.count(row.longAt("lines")),
                        Cell.count(row.longAt("records")),
                        place(rawLines, input, row.longAt("first_offset")),
                        Cells.code(row, "template")),
                input.number());
        return new Exhibit.Table(
                "lines of no known kind",
                List.of(
                        Exhibit.Column.number("lines"),
                        Exhibit.Column.number("records"),
                        Exhibit.Column.text("first"),
                        Exhibit.Column.text("template")),
                rows.subList(0, Math.min(SHOWN, rows.size())),
                rows.size(),
                "none: every line is known");
    }

    private static Exhibit rejects(Store store, RawLines rawLines, StoredInput input) {
        List<Rejection> rejections = store.rows(
                REJECTS,
                row -> new Rejection(
                        row.longAt("start_offset"),
                        row.longAt("length"),
                        row.textAt("reason").orElse("?")),
                input.number());
        List<List<Cell>> rows = rejections.stream()
                .limit(SHOWN)
                .map(rejection -> List.of(
                        place(rawLines, input, rejection.offset()),
                        Cell.bytes(rejection.length()),
                        Cell.text(rejection.reason())))
                .toList();
        return new Exhibit.Table(
                "lines that could not be read",
                List.of(Exhibit.Column.text("where"), Exhibit.Column.number("size"), Exhibit.Column.text("reason")),
                rows,
                rejections.size(),
                "none: every line was read");
    }

    private static List<Cell> input(Row row) {
        int input = row.intAt("input");
        return List.of(
                Cell.count(input).to(new Reference.ToInput(input)),
                Cells.code(row, "name"),
                Cell.count(row.longAt("lines")),
                Cell.count(row.longAt("events")),
                Cell.count(row.longAt("silent")),
                Cell.count(row.longAt("unknown")),
                Cell.count(row.longAt("rejected")),
                Cell.count(row.longAt("missing")));
    }

    private static Cell place(RawLines rawLines, StoredInput input, long offset) {
        return Cell.place(rawLines.place(new Origin(input.number(), offset)));
    }
}
