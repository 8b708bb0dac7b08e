package dev.backbeat.output.csv;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Time;
import dev.backbeat.model.Tree;
import dev.backbeat.output.AsTable;
import dev.backbeat.output.Located;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// An exhibit as fields, the head apart from the rows.
record Grid(List<String> head, List<List<String>> rows) {

    private static final List<String> OF_FINDINGS =
            List.of("rule", "severity", "sequence", "beat", "handler", "file", "line", "count", "message", "hint");
    private static final int MILLIONTH = 6;

    static boolean isTable(Exhibit exhibit) {
        return !(exhibit instanceof Exhibit.Document);
    }

    static Grid of(Exhibit exhibit) {
        return switch (exhibit) {
            case Exhibit.Table table -> table(table);
            case Exhibit.Findings findings -> findings(findings);
            case Exhibit.Summary summary -> summary(summary);
            case Exhibit.Matrix matrix -> matrix(matrix);
            case Exhibit.Timeline timeline -> table(AsTable.of(timeline));
            case Lanes lanes -> table(AsTable.of(lanes));
            case Tree tree -> table(AsTable.of(tree));
            case Exhibit.Graph graph -> table(AsTable.of(graph));
            case Exhibit.Coverage coverage -> table(AsTable.of(coverage));
            case Exhibit.Document document -> throw new IllegalArgumentException("a document is no table");
        };
    }

    private static Grid table(Exhibit.Table table) {
        List<String> head = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            Set<String> units = table.rows().stream()
                    .map(row -> unit(row.get(column).value()))
                    .filter(unit -> !unit.equals("?"))
                    .collect(Collectors.toSet());
            String unit = units.size() == 1 ? units.iterator().next() : "";
            head.add(text(table.columns().get(i).title() + unit));
        }
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(Grid::field).toList())
                .toList();
        return new Grid(head, rows);
    }

    private static Grid findings(Exhibit.Findings exhibit) {
        List<List<String>> rows = new ArrayList<>();
        exhibit.findings().forEach(finding -> {
            Located located = new Located(exhibit.title(), finding);
            rows.add(List.of(
                    text(located.rule()),
                    located.severity().name().toLowerCase(Locale.ROOT),
                    text(located.sequence()),
                    text(located.beat()),
                    text(located.handler()),
                    text(located.file()),
                    located.line() > 0 ? Long.toString(located.line()) : "",
                    Long.toString(finding.count()),
                    text(located.message()),
                    text(finding.hint())));
        });
        return new Grid(OF_FINDINGS, rows);
    }

    private static Grid summary(Exhibit.Summary summary) {
        List<List<String>> rows = summary.facts().stream()
                .map(fact ->
                        List.of(text(fact.label() + unit(fact.cell().value()).replace("?", "")), field(fact.cell())))
                .toList();
        return new Grid(List.of("label", "value"), rows);
    }

    private static Grid matrix(Exhibit.Matrix matrix) {
        boolean durations = matrix.quantity() == Exhibit.Matrix.Quantity.DURATION;
        List<String> head = new ArrayList<>(List.of(durations ? "nanos" : "count"));
        matrix.columns().forEach(column -> head.add(field(column)));
        List<List<String>> rows = new ArrayList<>();
        int width = matrix.columns().size();
        for (int i = 0; i < matrix.rows().size(); i++) {
            List<String> row = new ArrayList<>(List.of(field(matrix.rows().get(i))));
            matrix.values().subList(i * width, (i + 1) * width).forEach(value -> row.add(number(value)));
            rows.add(row);
        }
        return new Grid(head, rows);
    }

    private static String unit(Cell.Value value) {
        return switch (value) {
            case Cell.Value.Duration duration -> " nanos";
            case Cell.Value.Bytes bytes -> " bytes";
            case Cell.Value.Unknown unknown -> "?";
            default -> "";
        };
    }

    private static String field(Cell cell) {
        return switch (cell.value()) {
            case Cell.Value.Text(var text) -> text(text);
            case Cell.Value.Code(var text) -> text(text);
            case Cell.Value.Count(var count) -> Long.toString(count);
            case Cell.Value.Bytes(var bytes) -> Long.toString(bytes);
            case Cell.Value.Duration(var nanos) -> Long.toString(nanos);
            case Cell.Value.Instant(var nanos) -> instant(nanos);
            case Cell.Value.Share(var millionths) -> part(millionths);
            case Cell.Value.Change(var millionths) -> part(millionths);
            case Cell.Value.Spark(var values) ->
                values.stream().map(Grid::number).collect(Collectors.joining(" "));
            case Cell.Value.Unknown() -> "";
        };
    }

    /// What a spreadsheet would take for a formula is text by an apostrophe. Half a character is none.
    static String text(String text) {
        String whole = text.replaceAll("[\\x{d800}-\\x{dfff}]", "\ufffd").replace('\u0000', '\ufffd');
        return !whole.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(whole.charAt(0)) >= 0 ? "'" + whole : whole;
    }

    private static String number(long value) {
        return Time.isKnown(value) ? Long.toString(value) : "";
    }

    private static String part(long millionths) {
        return BigDecimal.valueOf(millionths, MILLIONTH).stripTrailingZeros().toPlainString();
    }

    private static String instant(long nanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(nanos, Time.NANOS_PER_SECOND), Math.floorMod(nanos, Time.NANOS_PER_SECOND))
                .toString();
    }
}
