package dev.backbeat.code;

import dev.backbeat.code.catalog.DocumentFormat;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.code.tree.WorkTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A checkout that is filled file by file.
public record Folder(Path root) {

    /// Writes a file, with the folders above it.
    public Folder file(String path, String... lines) {
        return file(path, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file, with the folders above it.
    public Folder file(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a symbolic link.
    public Folder link(String path, String target) {
        try {
            Path link = root.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The index of all that is in it, with a cache beside it.
    public CodeIndex index(DocumentFormat... formats) {
        return new Indexer(
                        List.of(new MiniScript()), List.of(formats), root.resolveSibling("cache-" + root.getFileName()))
                .index(WorkTree.of(root));
    }
}
