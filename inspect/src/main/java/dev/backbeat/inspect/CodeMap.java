package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;

/// What telemetry is tied to code, how, and what is not.
public final class CodeMap {

    private static final String NO_CODE =
            "no checkout was given; `backbeat map --code <checkout>` ties what is stored" + " to its lines of code";

    private static final String CHECKOUTS = """
            SELECT checkout, root, tree_commit, reason, files, functions, sequences,
                min(COALESCE(build, 'unnamed')) AS first_build, count(*) AS builds
            FROM checkouts
            GROUP BY checkout, root, tree_commit, reason, files, functions, sequences
            ORDER BY checkout, tree_commit, reason
            """;

    private static final String COUNTS = """
            SELECT CAST(COALESCE(sum(beat_runs), 0) AS BIGINT) AS beat_runs,
                CAST(COALESCE(sum(CASE WHEN path IS NOT NULL THEN beat_runs END), 0) AS BIGINT) AS mapped,
                CAST(COALESCE(sum(CASE WHEN tree_commit IS NOT NULL THEN beat_runs END), 0) AS BIGINT) AS at_commit
            FROM beat_kind_code
            """;

    private static final String COUNTS_OF_INPUT = """
            SELECT count(*) AS beat_runs, count(path) AS mapped, count(tree_commit) AS at_commit
            FROM beat_run_code
            WHERE input = ?
            """;

    private static final String HANDLERS = """
            SELECT m.build, m.commit, m.plugin, m.sequence_id, m.handler, m.checkout, m.tree_commit, m.path, m.line,
                m.end_line, m.strategy, m.confidence, m.reason, m.candidates, COALESCE(r.beat_runs, 0) AS beat_runs
            FROM mappings m
            LEFT JOIN (
                SELECT build, commit, plugin, sequence_id, handler, CAST(sum(beat_runs) AS BIGINT) AS beat_runs
                FROM beat_kind_code
                WHERE handler IS NOT NULL
                GROUP BY build, commit, plugin, sequence_id, handler
            ) r ON r.plugin = m.plugin AND r.sequence_id = m.sequence_id AND r.handler = m.handler
                AND COALESCE(r.build, '') = COALESCE(m.build, '') AND COALESCE(r.commit, '') = COALESCE(m.commit, '')
            ORDER BY CASE WHEN m.path IS NULL THEN 0 ELSE 1 END, beat_runs DESC, m.plugin, m.sequence_id, m.handler,
                m.build, m.commit
            """;

    private static final String UNNAMED = """
            SELECT sequence, event, number, reason, CAST(sum(beat_runs) AS BIGINT) AS beat_runs
            FROM beat_kind_code
            WHERE handler IS NULL AND reason IS NOT NULL
            GROUP BY sequence, event, number, reason
            ORDER BY 5 DESC, 1, 2, 3
            """;

    private static final String RENAMES = """
            SELECT plugin, sequence_id, from_handler, to_handler, from_path, from_line, to_path, to_line, kind, similarity
            FROM renames
            ORDER BY plugin, sequence_id, from_handler, to_handler
            """;

    private CodeMap() {}

    /// How many beat runs there are, and how many of them are tied to a line of code.
    ///
    /// @param atCommit those whose line is that of the build's commit
    public record Counts(long beatRuns, long mapped, long atCommit) {

        /// Of all that is in the store.
        public static Counts of(Store store) {
            return store.rows(COUNTS, Counts::of).getFirst();
        }

        /// Of one input.
        public static Counts of(Store store, int input) {
            return store.rows(COUNTS_OF_INPUT, Counts::of, input).getFirst();
        }

        private static Counts of(Row row) {
            return new Counts(row.longAt("beat_runs"), row.longAt("mapped"), row.longAt("at_commit"));
        }
    }

    /// Everything about it.
    ///
    /// @param top how many rows a table has at most
    public static List<Exhibit> of(Store store, int top) {
        List<Exhibit.Summary.Fact> facts = store.rows(CHECKOUTS, CodeMap::checkout);
        Counts counts = Counts.of(store);
        List<List<Cell>> mapped = new ArrayList<>();
        List<List<Cell>> abstained = new ArrayList<>();
        store.rows(
                HANDLERS,
                row -> row.textAt("path").isPresent() ? mapped.add(mapped(row)) : abstained.add(abstained(row)));
        store.rows(UNNAMED, row -> abstained.add(unnamed(row)));
        List<Exhibit.Summary.Fact> all = new ArrayList<>(facts);
        if (!facts.isEmpty()) {
            all.add(new Exhibit.Summary.Fact(
                    "handlers", Cell.text("%,d mapped, %,d not".formatted(mapped.size(), abstained.size()))));
            all.add(new Exhibit.Summary.Fact(
                    "beat runs",
                    Cell.text("%,d of %,d mapped (%.1f %%), %,d of them at the commit of their build"
                            .formatted(
                                    counts.mapped(),
                                    counts.beatRuns(),
                                    counts.beatRuns() == 0
                                            ? 0
                                            : Math.floor(counts.mapped() * 1000.0 / counts.beatRuns()) / 10,
                                    counts.atCommit()))));
        }
        List<Exhibit> exhibits = new ArrayList<>();
        if (!all.isEmpty()) {
            exhibits.add(new Exhibit.Summary("code", all));
        }
        exhibits.add(
                table("not mapped", ABSTAINED, abstained, top, facts.isEmpty() ? NO_CODE : "every handler is mapped"));
        exhibits.add(
                table("handlers and their lines of code", MAPPED, mapped, top, facts.isEmpty() ? NO_CODE : "none"));
        List<List<Cell>> renames = store.rows(RENAMES, CodeMap::rename);
        if (!renames.isEmpty()) {
            exhibits.add(table("handlers that were renamed or moved", RENAMED, renames, top, "none"));
        }
        exhibits.add(CodeProblems.of(store, top));
        return exhibits;
    }

    private static Exhibit.Table table(
            String title, List<Exhibit.Column> columns, List<List<Cell>> rows, int top, String whenEmpty) {
        return new Exhibit.Table(title, columns, rows.stream().limit(top).toList(), rows.size(), whenEmpty);
    }

    private static final List<Exhibit.Column> ABSTAINED = List.of(
            Exhibit.Column.text("handler"),
            Exhibit.Column.text("sequence"),
            Exhibit.Column.text("build"),
            Exhibit.Column.number("beat runs"),
            Exhibit.Column.line("why"),
            Exhibit.Column.text("could be"));

    private static final List<Exhibit.Column> MAPPED = List.of(
            Exhibit.Column.text("handler"),
            Exhibit.Column.text("sequence"),
            Exhibit.Column.text("build"),
            Exhibit.Column.number("beat runs"),
            Exhibit.Column.text("found by"),
            Exhibit.Column.number("sure"),
            Exhibit.Column.line("code"));

    private static final List<Exhibit.Column> RENAMED = List.of(
            Exhibit.Column.text("handler"),
            Exhibit.Column.text("sequence"),
            Exhibit.Column.text("what"),
            Exhibit.Column.line("before"),
            Exhibit.Column.line("after"),
            Exhibit.Column.number("alike"));

    private static Exhibit.Summary.Fact checkout(Row row) {
        String version = row.textAt("tree_commit")
                .map(commit -> "commit " + commit.substring(0, Math.min(10, commit.length())))
                .orElse("");
        long builds = row.longAt("builds");
        String of = builds > 1
                ? "%,d builds".formatted(builds)
                : "build " + row.textAt("first_build").orElse("?");
        return new Exhibit.Summary.Fact(
                row.textAt("checkout").orElse("?"),
                Cell.text("%s%s for %s: %,d functions in %,d files, %,d documents of sequences"
                        .formatted(
                                version.isEmpty() ? "" : version + ", ",
                                row.textAt("reason").orElse("?"),
                                of,
                                row.longAt("functions"),
                                row.longAt("files"),
                                row.longAt("sequences"))));
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence_id").orElse("?"),
                row.textAt("handler").orElse("?"));
    }

    private static Cell handler(HandlerKey key) {
        String plugin = key.plugin().isEmpty() ? "" : key.plugin() + ".";
        return Cell.code(plugin + key.handler()).to(new Reference.ToHandler(key));
    }

    private static List<Cell> mapped(Row row) {
        HandlerKey key = key(row);
        return List.of(
                handler(key),
                Cell.code(key.sequence()),
                Cells.code(row, "build"),
                Cell.count(row.longAt("beat_runs")),
                Cell.text(row.textAt("strategy").orElse("?").replace('_', ' ')),
                Cell.share(row.longAt("confidence"), 100),
                Cell.code(CodeRows.place(row)));
    }

    private static List<Cell> abstained(Row row) {
        HandlerKey key = key(row);
        return List.of(
                handler(key),
                Cell.code(key.sequence()),
                Cells.code(row, "build"),
                Cell.count(row.longAt("beat_runs")),
                Cells.text(row, "reason"),
                Cells.code(row, "candidates"));
    }

    private static List<Cell> unnamed(Row row) {
        return List.of(
                Cell.text("beat of " + row.textAt("event").orElse("?")),
                Cells.code(row, "sequence"),
                Cell.unknown(),
                Cell.count(row.longAt("beat_runs")),
                Cells.text(row, "reason"),
                Cell.unknown());
    }

    private static List<Cell> rename(Row row) {
        String from = row.textAt("from_handler").orElse("?");
        String to = row.textAt("to_handler").orElse("?");
        String plugin = row.textAt("plugin").orElse("?");
        String sequence = row.textAt("sequence_id").orElse("?");
        return List.of(
                handler(new HandlerKey(plugin, sequence, to)),
                Cell.code(sequence),
                Cell.text(from.equals(to) ? "moved" : "was `" + from + "`"),
                Cell.code(row.textAt("from_path").orElse("?") + ":" + row.intAt("from_line")),
                Cell.code(row.textAt("to_path").orElse("?") + ":" + row.intAt("to_line")),
                Cell.share(row.longAt("similarity"), 100));
    }
}
