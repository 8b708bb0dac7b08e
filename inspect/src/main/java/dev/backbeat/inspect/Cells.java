package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;

/// Columns of views as cells.
final class Cells {

    private Cells() {}

    static Cell code(Row row, String column) {
        return row.textAt(column).map(Cell::code).orElseGet(Cell::unknown);
    }

    static Cell text(Row row, String column) {
        return row.textAt(column).map(Cell::text).orElseGet(Cell::unknown);
    }

    static Cell between(Row row, String from, String to) {
        return Cell.duration(Time.between(row.longAt(from), row.longAt(to)));
    }
}
