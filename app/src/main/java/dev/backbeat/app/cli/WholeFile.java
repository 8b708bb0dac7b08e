package dev.backbeat.app.cli;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file so that it is there whole or not at all: beside it first, then in its place.
final class WholeFile {

    private WholeFile() {}

    /// Writes it.
    ///
    /// @throws BackbeatException when it can't be written; what was there before is still there
    static void write(Path file, Content content) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file;
            if (Files.isDirectory(real)) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "`%s` is a folder".formatted(file),
                        "name a file, or a folder with a `/` at its end");
            }
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                // A pipe or a device takes what comes.
                try (Writer target = writer(real)) {
                    content.write(target);
                }
                return;
            }
            beside(real, content);
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    private static void beside(Path file, Content content) throws IOException {
        String name = ".%s.%d.part"
                .formatted(file.getFileName(), ProcessHandle.current().pid());
        Path part = file.resolveSibling(name);
        try {
            try (Writer target = writer(part)) {
                content.write(target);
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// What is no character becomes `?`, rather than an error in the middle.
    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    private static BackbeatException trouble(Path file, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("quota")) {
            return BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "`%s` can't be written: the disk is full".formatted(file),
                            "free some space, or name a file on another disk with `--to`")
                    .causedBy(e);
        }
        Path folder = file.toAbsolutePath().getParent();
        boolean noFolder = e instanceof NoSuchFileException && folder != null && !Files.isDirectory(folder);
        String reason = noFolder
                ? "there is no folder `%s`".formatted(folder)
                : e instanceof AccessDeniedException ? "permission denied" : message;
        return BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "`%s` can't be written: %s".formatted(file, reason),
                        noFolder ? "make the folder first, or name another with `--to`" : "check its permissions")
                .causedBy(e);
    }

    /// Writes what is to be in it.
    @FunctionalInterface
    interface Content {
        void write(Appendable target) throws IOException;
    }
}
