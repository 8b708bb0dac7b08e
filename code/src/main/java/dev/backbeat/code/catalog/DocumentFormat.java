package dev.backbeat.code.catalog;

import dev.backbeat.code.json.LocatedJson;
import java.util.List;
import java.util.function.Predicate;

/// Reads the documents of one kind of system.
public interface DocumentFormat {

    /// Stable, such as `conductor`.
    String id();

    /// Whether a file may be such a document. Files for which all formats say no are never parsed.
    ///
    /// @param path within the checkout
    /// @param content its bytes
    boolean mayRead(String path, byte[] content);

    /// Whether people mean a file to be such a document, so that it is a problem when it is no valid JSON.
    boolean isMeant(String path);

    /// Reads all documents of a tree.
    ///
    /// @param files the parsed files by path, sorted
    /// @param exists whether the tree has a file
    Documents read(List<Parsed> files, Predicate<String> exists);

    /// A parsed file.
    record Parsed(String path, LocatedJson content) {}
}
