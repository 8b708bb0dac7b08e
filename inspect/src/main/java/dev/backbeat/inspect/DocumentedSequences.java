package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.List;

/// The sequences that documents describe.
public final class DocumentedSequences {

    private static final String SQL = """
            SELECT d.checkout, d.tree_commit, d.path, d.sequence_id, d.sequence_name, d.plugin,
                min(d.line) AS line, count(DISTINCT d.position) AS beats,
                max(COALESCE(e.executions, 0)) AS executions, max(e.last_nanos) AS last_nanos
            FROM documented_beats d
            LEFT JOIN (
                SELECT COALESCE(x.sequence_id, x.sequence_name) AS sequence, count(*) AS executions,
                    max(x.start_nanos) AS last_nanos
                FROM executions x
                WHERE x.outcome <> 'never_started'
                GROUP BY 1
            ) e ON e.sequence = d.sequence_id OR e.sequence = d.sequence_name
            GROUP BY d.checkout, d.tree_commit, d.path, d.sequence_id, d.sequence_name, d.plugin
            ORDER BY d.sequence_id, d.checkout, d.path, d.tree_commit
            """;

    private DocumentedSequences() {}

    /// All of them, by their ids.
    public static List<Exhibit> of(Store store) {
        return List.of(Exhibit.Table.of(
                "documented sequences",
                List.of(
                        Exhibit.Column.text("sequence"),
                        Exhibit.Column.text("plugin"),
                        Exhibit.Column.number("beats"),
                        Exhibit.Column.number("executions").noted("of all builds; 0 where it never ran"),
                        Exhibit.Column.text("last began"),
                        Exhibit.Column.text("document")),
                store.rows(SQL, DocumentedSequences::row),
                "no documents of sequences are known; name the code with `backbeat map --code <dir>`, or write down"
                        + " what production does with `backbeat catalog learn`"));
    }

    private static List<Cell> row(Row row) {
        String sequence = row.textAt("sequence_id").orElse("?");
        int line = row.intAt("line");
        return List.of(
                Cell.code(sequence).to(new Reference.ToSequence(sequence)),
                Cells.code(row, "plugin"),
                Cell.count(row.longAt("beats")),
                Cell.count(row.longAt("executions")),
                row.longAt("executions") == 0 ? Cell.unknown() : Cell.instant(row.longAt("last_nanos")),
                Cell.code(new CodePlace(
                        row.textAt("checkout").orElse("?"),
                        row.textAt("path").orElse("?"),
                        line,
                        line,
                        row.textAt("tree_commit").orElse(null))));
    }
}
