package dev.backbeat.bench;

import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.mapping.StoreMapper;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Fills stores through their contract, each with its code, into folders `beats-<size>`.
public final class StoreFill {

    private static final Set<String> FLAGS = Set.of("beats", "logs", "root", "keep");

    private StoreFill() {}

    /// Runs it; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException {
        Options options = Options.of(args, FLAGS);
        Path root = Path.of(options.text("root", "."));
        for (String size : options.text("beats", "10k,100k,1m").split(",")) {
            fill(root, options.logs(root), Path.of(options.text("keep", ".")).resolve("beats-" + size), size);
        }
    }

    /// Fills the store of a folder, where there is none yet.
    ///
    /// @return the store's folder
    static Path fill(Path root, Path logs, Path folder, String size) throws IOException {
        Path place = folder.resolve("store");
        if (!Files.exists(place)) {
            Files.createDirectories(folder);
            try (DuckDbStore store = DuckDbStore.open(place, OpenMode.READ_WRITE)) {
                new StoreGenerator(store, RecordedSessions.read(logs)).generate(Options.bytes(size));
                Indexer indexer = new Indexer(List.of(), List.of(new ConductorDocuments()), folder.resolve("code"));
                new StoreMapper(indexer).map(store, List.of(root.resolve("samples/storefront")));
            }
        }
        return place;
    }
}
