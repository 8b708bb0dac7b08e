package dev.backbeat.app.engine;

import dev.backbeat.code.Language;
import dev.backbeat.code.catalog.DocumentFormat;
import dev.backbeat.code.coverage.CoverageReader;
import dev.backbeat.code.index.Indexer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// What reads code and documents. Languages load native libraries, so they are made only when code is read.
///
/// @param languages makes the languages
/// @param documents the kinds of documents
/// @param coverage the kinds of reports of coverage tools
public record CodeReaders(
        Supplier<List<Language>> languages, List<DocumentFormat> documents, List<CoverageReader> coverage) {

    private static final String CACHE = "code";

    /// Copies.
    public CodeReaders {
        documents = List.copyOf(documents);
        coverage = List.copyOf(coverage);
    }

    /// An indexer that remembers what it read beside a store.
    public Indexer indexer(Path storeFolder) {
        return new Indexer(languages.get(), documents, storeFolder.resolve(CACHE));
    }
}
