package dev.backbeat.app.engine;

import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.inspect.CodeMap;
import dev.backbeat.mapping.StoreMapper;
import dev.backbeat.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ties what a store holds to checkouts.
final class CodeMapping {

    private static final String ROOTS = "SELECT DISTINCT root FROM checkouts ORDER BY root";

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

    /// How many beat runs of what was read are tied to a line of code.
    static long mapped(Store store, List<InputReport> inputs) {
        return inputs.stream()
                .filter(input -> !input.isKnown())
                .mapToLong(input -> CodeMap.Counts.of(store, input.input()).mapped())
                .sum();
    }
}
