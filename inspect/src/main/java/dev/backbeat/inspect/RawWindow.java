package dev.backbeat.inspect;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.store.RawLines;
import java.util.List;

/// A raw line and its neighbours, redacted.
public final class RawWindow {

    private RawWindow() {}

    /// The line at an origin, marked, with so many before and after it.
    ///
    /// @throws BackbeatException `NOT_FOUND` when there is no such line
    public static List<Exhibit> of(RawLines rawLines, Origin origin, int before, int after) {
        List<RawLines.RawLine> lines = rawLines.around(origin, before, after);
        if (lines.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.NOT_FOUND,
                    "there is no line at `%s`".formatted(origin),
                    "`backbeat inputs` lists the inputs and their sizes");
        }
        Reference place = new Reference.ToPlace(rawLines.place(origin));
        List<List<Cell>> rows = lines.stream()
                .map(line -> List.of(
                        Cell.text(line.wanted() ? "▶" : ""),
                        line.wanted() ? Cell.count(line.number()).to(place) : Cell.count(line.number()),
                        Cell.code(line.text())))
                .toList();
        List<Exhibit.Column> columns =
                List.of(Exhibit.Column.text(""), Exhibit.Column.number("line"), Exhibit.Column.line("text"));
        return List.of(Exhibit.Table.of(rawLines.place(origin).toString(), columns, rows, ""));
    }
}
