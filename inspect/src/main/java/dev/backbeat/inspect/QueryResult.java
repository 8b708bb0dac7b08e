package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The answer to a question in SQL.
public final class QueryResult {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,19}");

    private QueryResult() {}

    /// Asks the views. A column whose values are all whole numbers is aligned as figures.
    public static List<Exhibit> of(Store store, String sql) {
        List<String> names = new ArrayList<>();
        List<List<String>> answer = store.rows(sql, row -> {
            if (names.isEmpty()) {
                names.addAll(row.columns());
            }
            return names.stream().map(name -> row.textAt(name).orElse("")).toList();
        });
        List<Exhibit.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            boolean figures = answer.stream()
                    .map(row -> row.get(column))
                    .allMatch(
                            text -> text.isEmpty() || WHOLE_NUMBER.matcher(text).matches());
            columns.add(figures ? Exhibit.Column.number(names.get(i)) : Exhibit.Column.text(names.get(i)));
        }
        List<List<Cell>> rows = answer.stream()
                .map(row -> row.stream().map(Cell::code).toList())
                .toList();
        return List.of(Exhibit.Table.of("", columns, rows, "no rows"));
    }
}
