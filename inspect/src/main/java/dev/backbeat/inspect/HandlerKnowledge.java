package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What code, documents and reports of tests know of a handler: which function it is and why, how code comes to it,
/// when it changed last, and which tests reach it.
final class HandlerKnowledge {

    private static final long PERCENT = 100;

    private static final String OF = " WHERE plugin = ? AND sequence_id = ? AND handler = ?";

    private static final String MAPPED = "SELECT build, commit, checkout, tree_commit, path, line, end_line, symbol,"
            + " strategy, confidence, reason, candidates FROM mappings" + OF + " ORDER BY build, commit";

    private static final String KNOWN = "SELECT source, checkout, tree_commit, path, line, end_line, document,"
            + " document_line, mounted, way, way_path, way_line, way_reason, changed_commit, changed_nanos, changes"
            + " FROM known_handlers" + OF + " ORDER BY path, line";

    private static final String TESTS = "SELECT source, checkout, path, line, title, exists_there, distance"
            + " FROM handler_tests" + OF + " AND path IS NOT NULL ORDER BY distance, path, line";

    private static final String CALLED = """
            SELECT f.test, f.report, sum(f.hits) AS hits
            FROM coverage_functions f
            WHERE f.checkout = ? AND f.path = ? AND f.line >= ? AND f.line <= ?
            GROUP BY f.test, f.report
            ORDER BY sum(f.hits) DESC, f.test, f.report
            """;

    private static final String LINES = """
            SELECT count(*) AS all_lines, count(CASE WHEN hits > 0 THEN 1 END) AS covered
            FROM (
                SELECT line, max(hits) AS hits
                FROM coverage_lines
                WHERE checkout = ? AND path = ? AND line >= ? AND line <= ?
                GROUP BY line
            ) lines
            """;

    private final Store store;
    private final HandlerKey handler;

    private HandlerKnowledge(Store store, HandlerKey handler) {
        this.store = store;
        this.handler = handler;
    }

    static List<Exhibit> of(Store store, HandlerKey handler) {
        HandlerKnowledge knowledge = new HandlerKnowledge(store, handler);
        List<Exhibit> exhibits = new ArrayList<>(knowledge.known());
        exhibits.add(knowledge.tests());
        exhibits.add(knowledge.mapped());
        return exhibits;
    }

    private <T> List<T> rows(String sql, Function<Row, T> read) {
        return store.rows(sql, read::apply, handler.plugin(), handler.sequence(), handler.handler());
    }

    private List<Exhibit> known() {
        return rows(KNOWN, row -> (Exhibit) new Exhibit.Summary("code and documents", facts(row))).stream()
                .limit(1)
                .toList();
    }

    private List<Exhibit.Summary.Fact> facts(Row row) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        if (row.textAt("path").isPresent()) {
            CodePlace place = CodeRows.place(row);
            facts.add(fact("code", Cell.code(place)));
            facts.add(fact("lines", Cell.count(place.endLine() - place.line() + 1L)));
            facts.add(fact("covered by tests", covered(place)));
        }
        row.textAt("document").ifPresent(path -> {
            int line = row.intAt("document_line");
            facts.add(fact(
                    "documented in",
                    Cell.code(new CodePlace(
                            row.textAt("checkout").orElse("?"),
                            path,
                            line,
                            line,
                            row.textAt("tree_commit").orElse(null)))));
        });
        facts.add(fact("known from", Cells.text(row, "source")));
        facts.add(fact("its document is loaded", Cell.text(row.booleanAt("mounted") ? "yes" : "no")));
        facts.add(fact("how code comes to it", Cells.text(row, "way_reason")));
        if (row.textAt("changed_commit").isPresent()) {
            facts.add(fact("changed last", Cell.instant(row.longAt("changed_nanos"))));
            facts.add(fact("in commit", Cells.code(row, "changed_commit")));
            facts.add(fact("commits on its file in 90 days", Cell.count(Math.max(0, row.intAt("changes")))));
        }
        return facts;
    }

    private Cell covered(CodePlace place) {
        long[] lines = store.rows(
                        LINES,
                        row -> new long[] {row.longAt("covered"), row.longAt("all_lines")},
                        place.checkout(),
                        place.path(),
                        place.line(),
                        place.endLine())
                .getFirst();
        return lines[1] == 0 ? Cell.text("not measured") : Cell.share(lines[0], lines[1]);
    }

    private Exhibit tests() {
        List<List<Cell>> rows = new ArrayList<>(rows(TESTS, HandlerKnowledge::test));
        for (CodePlace place : rows(MAPPED, HandlerKnowledge::place).stream()
                .flatMap(List::stream)
                .distinct()
                .toList()) {
            rows.addAll(store.rows(
                    CALLED, HandlerKnowledge::called, place.checkout(), place.path(), place.line(), place.endLine()));
        }
        return Exhibit.Table.of(
                "tests that reach it",
                List.of(
                        Exhibit.Column.text("test"),
                        Exhibit.Column.text("how it is known"),
                        Exhibit.Column.number("calls"),
                        Exhibit.Column.text("where")),
                rows,
                "no test is known to reach it");
    }

    private static List<CodePlace> place(Row row) {
        return row.textAt("path").isPresent() ? List.of(CodeRows.place(row)) : List.of();
    }

    private static List<Cell> test(Row row) {
        String path = row.textAt("path").orElse("?");
        int line = Math.max(1, row.intAt("line"));
        String source = row.textAt("source").orElse("?").replace('_', ' ');
        int distance = row.intAt("distance");
        Cell where = row.booleanAt("exists_there")
                ? Cell.code(new CodePlace(row.textAt("checkout").orElse("?"), path, line, line, null))
                : Cell.code(path);
        return List.of(
                row.textAt("title")
                        .map(Cell::text)
                        .orElseGet(() -> Cell.code(path.substring(path.lastIndexOf('/') + 1))),
                Cell.text(
                        distance > 0
                                ? "imports its file%s"
                                        .formatted(distance > 1 ? " over %d files".formatted(distance) : "")
                                : "said by " + source),
                Cell.unknown(),
                where);
    }

    private static List<Cell> called(Row row) {
        String test = row.textAt("test").orElse("");
        return List.of(
                test.isEmpty() ? Cell.text("all tests together") : Cell.text(test),
                Cell.text("measured"),
                Cell.count(row.longAt("hits")),
                Cells.code(row, "report"));
    }

    private Exhibit mapped() {
        List<List<Cell>> rows = rows(
                MAPPED,
                row -> List.of(
                        Cells.code(row, "build"),
                        row.textAt("path").isPresent() ? Cell.code(CodeRows.place(row)) : Cell.text("not mapped"),
                        Cells.code(row, "symbol"),
                        Cell.text(row.textAt("strategy").orElse("?").replace('_', ' ')),
                        Cell.share(row.longAt("confidence"), PERCENT),
                        Cells.text(row, "reason")));
        return Exhibit.Table.of(
                "which function it is, and why",
                List.of(
                        Exhibit.Column.text("build"),
                        Exhibit.Column.text("code"),
                        Exhibit.Column.text("function"),
                        Exhibit.Column.text("found by"),
                        Exhibit.Column.number("sure"),
                        Exhibit.Column.line("why")),
                rows,
                "no build of it is tied to code; name the code with `backbeat map --code <dir>`");
    }

    private static Exhibit.Summary.Fact fact(String label, Cell cell) {
        return new Exhibit.Summary.Fact(label, cell);
    }

    /// Whether documents or code know of the handler, whether it ran or not.
    static boolean knows(Store store, HandlerKey handler) {
        return !new HandlerKnowledge(store, handler).rows(KNOWN, Row::columns).isEmpty();
    }
}
