package dev.backbeat.app.cli;

import dev.backbeat.analysis.FileValue;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that a flag names and an analysis is handed.
final class HandedFile {

    private HandedFile() {}

    /// Reads a file.
    ///
    /// @param folder what its name is relative to
    /// @param flag the flag that names it, without the hyphens
    static FileValue read(Path folder, String flag, String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw unreadable(name, Files.exists(file) ? "is no file" : "is not there", flag, null);
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(FileValue.MOST_BYTES + 1);
                if (bytes.length > FileValue.MOST_BYTES) {
                    throw unreadable(name, "is larger than %,d bytes".formatted(FileValue.MOST_BYTES), flag, null);
                }
                return FileValue.of(name, bytes);
            }
        } catch (IOException | InvalidPathException e) {
            throw unreadable(name, "can't be read: " + e.getMessage(), flag, e);
        }
    }

    private static BackbeatException unreadable(String name, String why, String flag, @Nullable Exception cause) {
        BackbeatException trouble = BackbeatException.withHint(
                ErrorCode.USAGE, "`%s` %s".formatted(name, why), "`--%s` names a file".formatted(flag));
        return cause == null ? trouble : trouble.causedBy(cause);
    }
}
