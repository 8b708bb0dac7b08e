package dev.backbeat.app.engine;

import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.app.ingest.Problem;
import dev.backbeat.inspect.CodeMap;
import dev.backbeat.mapping.NamedReport;
import dev.backbeat.mapping.StoreMapper;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ties what a store holds to checkouts.
final class CodeMapping {

    private static final String ROOTS = "SELECT DISTINCT root FROM checkouts ORDER BY root";

    /// How many kinds of beats there are, and which builds and handlers are not tied.
    private static final String UNTIED = """
            SELECT 'beats' AS what, CAST(count(*) AS VARCHAR) AS name
            FROM beat_kinds
            UNION ALL
            SELECT 'build' AS what, COALESCE(b.build, '') || ' ' || COALESCE(b.commit, '') AS name
            FROM builds b
            LEFT JOIN checkouts c
                ON COALESCE(c.build, '') = COALESCE(b.build, '') AND COALESCE(c.commit, '') = COALESCE(b.commit, '')
            WHERE c.checkout IS NULL
            UNION ALL
            SELECT 'handler' AS what,
                k.handler || ' ' || COALESCE(k.plugin, '') || ' ' || COALESCE(k.subscribed_sequence, k.sequence, '')
                    AS name
            FROM handler_kinds k
            LEFT JOIN mappings m
                ON m.handler = k.handler
                AND m.plugin = COALESCE(k.plugin, '')
                AND m.sequence_id = COALESCE(k.subscribed_sequence, k.sequence, '')
            WHERE k.handler IS NOT NULL AND m.handler IS NULL
            ORDER BY what, name""";

    private static final String MISSING =
            "SELECT build, commit, checkout, reason FROM checkouts WHERE commit IS NOT NULL AND tree_commit IS NULL"
                    + " ORDER BY build, commit, checkout";

    private static final String REPORTS =
            "SELECT report, files, matched, missing, functions, displaced FROM coverage_reports ORDER BY report";

    /// A report is of another version where more than one in this many functions is elsewhere.
    private static final int DISPLACED_PART = 5;

    private CodeMapping() {}

    /// Maps everything that is stored; does nothing where no checkout is given and none was before.
    ///
    /// @param checkouts their folders; none for those that were given last
    static void run(CodeReaders readers, Store store, List<Path> checkouts) {
        run(readers, store, checkouts, List.of());
    }

    /// The same, with what coverage tools said.
    ///
    /// @param coverage their reports; none to keep what is known
    static void run(CodeReaders readers, Store store, List<Path> checkouts, List<Path> coverage) {
        List<Path> roots = checkouts.isEmpty() ? remembered(store) : checkouts;
        if (roots.isEmpty() && !coverage.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "what tests cover can't be tied to code that is not known",
                    "name the checkout too, with `--code <dir>`");
        }
        if (!roots.isEmpty()) {
            List<NamedReport> reports = new CoverageFiles(readers.coverage()).read(coverage);
            new StoreMapper(readers.indexer(store.folder())).map(store, roots, reports);
        }
    }

    /// The reports of coverage tools that were given last and are still there.
    static List<Path> rememberedCoverage(Store store) {
        return store.rows(REPORTS, row -> Path.of(row.textAt("report").orElse(""))).stream()
                .filter(Files::isRegularFile)
                .toList();
    }

    /// Reports of coverage tools that do not fit the checkouts.
    static List<Problem> coverageThatDoesNotFit(Store store) {
        List<Problem> problems = new ArrayList<>();
        store.rows(REPORTS, row -> {
            String report = row.textAt("report").orElse("?");
            int files = row.intAt("files");
            int matched = row.intAt("matched");
            if (matched < files) {
                problems.add(Problem.note(
                        "%,d of %,d files of `%s` were found in the checkout%s"
                                .formatted(
                                        matched,
                                        files,
                                        report,
                                        row.textAt("missing")
                                                .map(path -> "; not found is `%s`".formatted(path))
                                                .orElse("")),
                        "a report of another root fits where its paths end as those of the checkout do"));
            }
            if (row.intAt("displaced") * DISPLACED_PART > row.intAt("functions")) {
                problems.add(Problem.note(
                        "%,d of %,d functions of `%s` begin where the checkout has none"
                                .formatted(row.intAt("displaced"), row.intAt("functions"), report),
                        "it is of another version of the code; run the tests again at this one"));
            }
            return true;
        });
        return problems;
    }

    /// What is to be tied to code: that it changed since it was done tells that there is something new. A handler
    /// that is left over, because what ran it was forgotten, stays in it.
    static List<String> untied(Store store) {
        return store.rows(
                UNTIED,
                row -> row.textAt("what").orElse("") + " " + row.textAt("name").orElse(""));
    }

    /// The folders that were given last and are still there.
    static List<Path> remembered(Store store) {
        return store.rows(ROOTS, row -> Path.of(row.textAt("root").orElse(""))).stream()
                .filter(Files::isDirectory)
                .toList();
    }

    /// Builds whose commit no checkout has, so that work trees stand in for it.
    static List<Problem> missingCommits(Store store) {
        return store.rows(
                MISSING,
                row -> Problem.note(
                        "the commit `%s`%s was mapped against the %s of `%s`"
                                .formatted(
                                        row.textAt("commit").orElse("?"),
                                        row.textAt("build")
                                                .map(build -> " of build `" + build + "`")
                                                .orElse(""),
                                        row.textAt("reason").orElse("work tree"),
                                        row.textAt("checkout").orElse("?")),
                        "give a clone that has the commit with `--code`, or say which build ran with `backbeat relabel`"));
    }

    /// How many beat runs of what was read are tied to a line of code.
    static long mapped(Store store, List<InputReport> inputs) {
        return inputs.stream()
                .filter(input -> !input.isKnown())
                .mapToLong(input -> CodeMap.Counts.of(store, input.input()).mapped())
                .sum();
    }
}
