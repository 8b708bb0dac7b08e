package dev.backbeat.app.engine;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exhibits as plain objects for programs that want nothing but values: a row by the names of its
/// columns, durations in nanoseconds (`p95Nanos`), shares from 0 to 1.
final class PlainRows {

    private static final double MILLION = 1e6;

    private PlainRows() {}

    /// The rows of all tables; `by` names the first column.
    static List<Map<String, Object>> ofTables(List<Exhibit> exhibits) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            if (exhibit instanceof Exhibit.Table table) {
                table.rows().forEach(row -> objects.add(object(table.columns(), row)));
            }
        }
        return objects;
    }

    /// All findings.
    static List<Map<String, Object>> ofFindings(List<Exhibit> exhibits) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            if (exhibit instanceof Exhibit.Findings findings) {
                findings.findings().forEach(finding -> objects.add(object(finding)));
            }
        }
        return objects;
    }

    private static Map<String, Object> object(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rule", finding.rule());
        object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        object.put("sentence", finding.sentence());
        object.put("count", finding.count());
        object.put("where", places(finding.evidence()));
        object.put("hint", finding.hint());
        return object;
    }

    private static Map<String, Object> object(List<Exhibit.Column> columns, List<Cell> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("by", columns.getFirst().title());
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            Object value = plain(cell);
            if (value != null) {
                object.put(i == 0 ? "name" : key(columns.get(i).title(), cell.value()), value);
            }
            for (Reference reference : cell.references()) {
                if (reference instanceof Reference.ToPlace(var place)) {
                    object.put("origin", place.origin().toString());
                }
            }
        }
        return object;
    }

    private static String key(String title, Cell.Value value) {
        StringBuilder key = new StringBuilder();
        for (String word : title.split(" ")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key + (value instanceof Cell.Value.Duration ? "Nanos" : "");
    }

    private static @Nullable Object plain(Cell cell) {
        List<String> places = places(cell.references());
        if (!places.isEmpty()) {
            return places.getFirst();
        }
        return switch (cell.value()) {
            case Cell.Value.Text(String text) -> text;
            case Cell.Value.Code(String text) -> text;
            case Cell.Value.Count(long count) -> count;
            case Cell.Value.Bytes(long bytes) -> bytes;
            case Cell.Value.Duration(long nanos) -> nanos;
            case Cell.Value.Instant(long nanos) -> nanos;
            case Cell.Value.Share(long millionths) -> millionths / MILLION;
            case Cell.Value.Change(long millionths) -> millionths / MILLION;
            case Cell.Value.Spark(List<Long> values) -> values;
            case Cell.Value.Unknown() -> null;
        };
    }

    private static List<String> places(List<Reference> references) {
        List<String> places = new ArrayList<>();
        for (Reference reference : references) {
            if (reference instanceof Reference.ToPlace(var place)) {
                places.add(place.toString());
            }
        }
        return places;
    }
}
