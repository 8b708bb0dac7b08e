package dev.backbeat.inspect;

import dev.backbeat.code.history.CodeHistory;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The code at a place, from the checkout that it was mapped to. Nothing outside of that checkout is ever
/// read.
public final class SourceExcerpt {

    private static final String ROOT = "SELECT DISTINCT root FROM checkouts WHERE checkout = ? ORDER BY root";
    private static final long LARGEST = 8L << 20;
    private static final int MOST_LINES = 120;
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("ts", "typescript"),
            Map.entry("tsx", "typescript"),
            Map.entry("mts", "typescript"),
            Map.entry("cts", "typescript"),
            Map.entry("js", "javascript"),
            Map.entry("jsx", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("cjs", "javascript"),
            Map.entry("java", "java"),
            Map.entry("json", "json"));

    private SourceExcerpt() {}

    /// The lines of the place, with some around it; empty where the file is not there any more.
    ///
    /// @param around how many lines before and after
    public static Optional<Exhibit> of(Store store, CodePlace place, int around) {
        for (String root : store.rows(ROOT, row -> row.textAt("root").orElse(""), place.checkout())) {
            Optional<byte[]> content = content(Path.of(root), place);
            if (content.isPresent()) {
                return Optional.of(excerpt(place, new String(content.get(), StandardCharsets.UTF_8), around));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> content(Path root, CodePlace place) {
        String commit = place.commit();
        if (commit == null) {
            return ofWorkTree(root, place.path());
        }
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        Optional<CodeHistory> history = CodeHistory.of(root);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        try (CodeHistory known = history.get()) {
            return known.commit(commit).flatMap(id -> known.content(id, place.path()));
        }
    }

    private static Optional<byte[]> ofWorkTree(Path root, String path) {
        try {
            Path file = root.resolve(path).toRealPath();
            return file.startsWith(root.toRealPath()) && Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Exhibit excerpt(CodePlace place, String text, int around) {
        List<String> lines = text.lines().toList();
        int first = Math.max(1, Math.min(place.line() - around, lines.size()));
        int last =
                Math.min(lines.size(), Math.min(first + MOST_LINES, Math.max(place.line(), place.endLine()) + around));
        List<Block> blocks = new ArrayList<>();
        if (place.commit() == null) {
            blocks.add(new Block.Paragraph("from the work tree, which may differ from what ran"));
        }
        String ending =
                place.path().substring(place.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        blocks.add(new Block.Listing(
                LANGUAGES.getOrDefault(ending, "text"),
                place.toString(),
                first,
                place.line(),
                lines.isEmpty() ? List.of() : lines.subList(first - 1, Math.max(first - 1, last))));
        return new Exhibit.Document(place.path() + ":" + place.line(), blocks);
    }
}
