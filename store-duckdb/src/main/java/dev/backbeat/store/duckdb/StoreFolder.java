package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// The folder of a store: private to its owner, and unseen by git.
final class StoreFolder {

    private static final String DATABASE = "backbeat.duckdb";
    private static final String IGNORE = ".gitignore";
    private static final String IGNORE_ALL = "*\n";

    private StoreFolder() {}

    /// The database file in a folder.
    static Path database(Path folder) {
        return folder.resolve(DATABASE);
    }

    /// Refuses a folder that holds no store.
    static void requireStore(Path folder) {
        if (!Database.isThere(database(folder))) {
            throw BackbeatException.withHint(
                    ErrorCode.NOT_FOUND,
                    "there is no store in `" + folder + "`",
                    "read a log first with `backbeat analyze <logs>`, or name another store with `--store`");
        }
    }

    /// Creates the folder where it is not there. A folder with other things in it is refused, since a store
    /// hides all of its folder from git.
    static void prepare(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                restrict(folder);
            } else if (!Files.exists(database(folder)) && !isFresh(folder)) {
                throw BackbeatException.withHint(
                        ErrorCode.STORE,
                        "`" + folder + "` holds other things and no store",
                        "name an empty or a new folder with `--store`");
            }
            if (!Files.exists(folder.resolve(IGNORE))) {
                Files.writeString(folder.resolve(IGNORE), IGNORE_ALL);
            }
            if (Files.exists(database(folder)) && !Database.isThere(database(folder))) {
                Files.delete(database(folder));
            }
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "the folder `" + folder + "` can't be created: " + e.getMessage(),
                            "check its permissions, or name another store with `--store`")
                    .causedBy(e);
        }
    }

    private static void restrict(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isFresh(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> stream = Files.list(folder)) {
            entries = stream.toList();
        }
        Path ignore = folder.resolve(IGNORE);
        return entries.isEmpty()
                || Files.exists(ignore) && Files.readString(ignore).equals(IGNORE_ALL);
    }
}
