package dev.backbeat.app.engine;

import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.app.ingest.Problem;
import dev.backbeat.inspect.CodeMap;
import dev.backbeat.mapping.StoreMapper;
import dev.backbeat.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ties what a store holds to checkouts.
final class CodeMapping {

    private static final String ROOTS = "SELECT DISTINCT root FROM checkouts ORDER BY root";

    private static final String MISSING =
            "SELECT build, commit, checkout, reason FROM checkouts WHERE commit IS NOT NULL AND tree_commit IS NULL"
                    + " ORDER BY build, commit, checkout";

    private CodeMapping() {}

    /// Maps everything that is stored; does nothing where no checkout is given and none was before.
    ///
    /// @param checkouts their folders; none for those that were given last
    static void run(CodeReaders readers, Store store, List<Path> checkouts) {
        List<Path> roots = checkouts.isEmpty() ? remembered(store) : checkouts;
        if (!roots.isEmpty()) {
            new StoreMapper(readers.indexer(store.folder())).map(store, roots);
        }
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
