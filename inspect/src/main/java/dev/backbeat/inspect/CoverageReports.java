package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.Store;
import java.util.List;
import java.util.Optional;

/// The reports of coverage tools that were read, and how they fit the checkouts.
public final class CoverageReports {

    private static final String SQL = """
            SELECT report, format, files, matched, ambiguous, functions, displaced
            FROM coverage_reports
            ORDER BY report""";

    private CoverageReports() {}

    /// The reports; empty where none was read.
    public static Optional<Exhibit> of(Store store) {
        List<List<Cell>> rows = store.rows(
                SQL,
                row -> List.of(
                        Cell.code(row.textAt("report").orElse("?")),
                        Cell.text(row.textAt("format").orElse("?")),
                        Cell.count(row.longAt("files")),
                        Cell.count(row.longAt("matched")),
                        Cell.count(row.longAt("ambiguous")),
                        Cell.count(row.longAt("functions")),
                        Cell.count(row.longAt("displaced"))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exhibit.Table(
                        "what tests cover",
                        List.of(
                                Exhibit.Column.text("report"),
                                Exhibit.Column.text("format"),
                                Exhibit.Column.number("files"),
                                Exhibit.Column.number("found").noted("in a checkout, by how their paths end"),
                                Exhibit.Column.number("ambiguous").noted("end like several files"),
                                Exhibit.Column.number("functions"),
                                Exhibit.Column.number("displaced")
                                        .noted("begin where the checkout has no function: of another version")),
                        rows,
                        rows.size(),
                        "no report was read"));
    }
}
