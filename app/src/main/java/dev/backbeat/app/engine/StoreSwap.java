package dev.backbeat.app.engine;

import dev.backbeat.app.ingest.FactCounts;
import dev.backbeat.app.ingest.Ingest;
import dev.backbeat.app.ingest.Progress;
import dev.backbeat.app.ingest.Rebuild;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Rebuilds a store in a folder within its own and puts it in place of the old one.
final class StoreSwap {

    private static final String REBUILDING = "rebuilding";

    private StoreSwap() {}

    /// Rebuilds.
    ///
    /// @param closing closes the old store
    static FactCounts rebuild(
            StoreEngine engine, Store from, Ingest.Manner manner, Progress progress, Runnable closing) {
        Path folder = from.folder();
        Path rebuilding = folder.resolve(REBUILDING);
        try {
            delete(rebuilding);
            FactCounts counts;
            try (Store to = engine.open(rebuilding, true)) {
                counts = Rebuild.run(from, to, manner, progress);
            }
            closing.run();
            for (Path file : files(rebuilding)) {
                Files.move(
                        file,
                        folder.resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            delete(rebuilding);
            return counts;
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "the rebuilt store can't be put in place: " + e.getMessage(),
                            "check the permissions and the free space of `%s`".formatted(folder))
                    .causedBy(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
