package dev.backbeat.code.reach;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The texts of a tree, read as they are asked for.
final class Sources {

    private static final List<String> WRITTEN_IN_C = List.of("typescript", "javascript", "java");

    private static final long LARGEST = 1 << 20;

    private final SourceTree tree;
    private final Map<String, SourceTree.Entry> entries = new TreeMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, FileUses> uses = new HashMap<>();

    Sources(SourceTree tree) {
        this.tree = tree;
        tree.files().forEach(entry -> {
            entries.put(entry.path(), entry);
            byName.computeIfAbsent(name(entry.path()), key -> new ArrayList<>()).add(entry.path());
        });
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The paths that end with these folders and this name.
    List<String> endingWith(String end) {
        return byName.getOrDefault(name(end), List.of()).stream()
                .filter(path -> path.equals(end) || path.endsWith("/" + end))
                .toList();
    }

    /// All paths, sorted.
    Iterable<String> paths() {
        return entries.keySet();
    }

    /// The content of a file; nothing where there is none, or it is too large to be written by people.
    Optional<String> text(String path) {
        SourceTree.Entry entry = entries.get(path);
        if (entry == null || entry.size() > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(tree.content(entry), StandardCharsets.UTF_8));
        } catch (BackbeatException e) {
            // Gone since it was listed: it says nothing.
            return Optional.empty();
        }
    }

    /// What a file of code uses; nothing where it can't be read.
    FileUses uses(String path, FileFacts facts) {
        return uses.computeIfAbsent(
                path,
                key -> WRITTEN_IN_C.contains(facts.language())
                        ? text(path)
                                .map(source -> UseReader.of(facts, source))
                                .orElseGet(() -> new FileUses(Map.of(), false, List.of(), Set.of(), List.of()))
                        : new FileUses(Map.of(), true, List.of(), Set.of(), List.of()));
    }
}
