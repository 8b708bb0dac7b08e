package dev.backbeat.bench;

import dev.backbeat.store.View;
import dev.backbeat.store.Views;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How large a store has become.
///
/// @param journalBytes its journal
/// @param databaseBytes everything else in its folder
/// @param rows how many rows each view of facts has
/// @param beatRunBytes the blocks of beat runs alone, 0 when that is not known
record StoreSize(long journalBytes, long databaseBytes, Map<String, Long> rows, long beatRunBytes) {

    private static final String JOURNAL = "journal";
    private static final long BLOCK_BYTES = 256 << 10;

    /// What only sums up other rows, or shows them otherwise.
    private static final Set<String> DERIVED = Set.of(
            "builds",
            "handler_names",
            "handler_guesses",
            "sequence_kinds",
            "beat_kinds",
            "handler_kinds",
            "handler_times",
            "beat_times",
            "execution_times");

    /// Measures the store in `folder`.
    static StoreSize of(Path folder) throws IOException {
        long journal = 0;
        long database = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (folder.relativize(file).startsWith(JOURNAL)) {
                    journal += Files.size(file);
                } else {
                    database += Files.size(file);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        long beatRunBytes;
        try (DuckDbStore store = DuckDbStore.open(folder, OpenMode.READ)) {
            for (View view : Views.all()) {
                if (!DERIVED.contains(view.name())) {
                    String sql = "SELECT count(*) AS size FROM " + view.name();
                    rows.put(
                            view.name(),
                            store.rows(sql, row -> row.longAt("size")).getFirst());
                }
            }
            String blocks = "SELECT count(DISTINCT block_id) AS size FROM pragma_storage_info('raw.beat_runs')"
                    + " WHERE block_id >= 0";
            beatRunBytes =
                    BLOCK_BYTES * store.rows(blocks, row -> row.longAt("size")).getFirst();
        }
        return new StoreSize(journal, database, rows, beatRunBytes);
    }

    /// All rows.
    long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many beats ran.
    long beatRuns() {
        return rows.getOrDefault("beat_runs", 0L);
    }
}
