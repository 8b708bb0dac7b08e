package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answer to a question in SQL.
public final class QueryResult {

    private QueryResult() {}

    /// Asks the views. Whole numbers become counts whatever they count, truth values `true` and `false`,
    /// everything else its text; `NULL` is unknown and differs from an empty text.
    public static List<Exhibit> of(Store store, String sql) {
        List<Exhibit.Column> columns = new ArrayList<>();
        List<List<Cell>> rows = store.rows(sql, row -> {
            if (columns.isEmpty()) {
                row.columns().forEach(name -> columns.add(column(name, row.kindOf(name))));
            }
            return row.columns().stream().map(name -> cell(row, name)).toList();
        });
        return List.of(Exhibit.Table.of("", columns, rows, "no rows"));
    }

    private static Exhibit.Column column(String name, Row.Kind kind) {
        return kind == Row.Kind.WHOLE ? Exhibit.Column.number(name) : Exhibit.Column.text(name);
    }

    private static Cell cell(Row row, String name) {
        Optional<String> text = row.textAt(name);
        if (text.isEmpty()) {
            return Cell.unknown();
        }
        return switch (row.kindOf(name)) {
            case WHOLE -> whole(text.get());
            case TRUTH -> Cell.text(text.get());
            case TEXT -> Cell.code(text.get());
        };
    }

    /// A sum may be larger than a count can be; then it stays text.
    private static Cell whole(String text) {
        try {
            return Cell.count(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Cell.code(text);
        }
    }
}
