package dev.backbeat.code.index;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Language;
import dev.backbeat.code.SourceTree;
import dev.backbeat.code.catalog.DocumentFormat;
import dev.backbeat.code.json.InvalidJsonException;
import dev.backbeat.code.json.LocatedJson;
import dev.backbeat.code.tree.GitHash;
import dev.backbeat.code.tree.WorkTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// One pass over the files of a tree, on all cores.
final class TreeReading {

    private static final String JSON = ".json";
    /// Facts of a JSON file that may be a document, and of one that is none: only the former are read again.
    private static final FileFacts DOCUMENT = nothing("document");
    private static final FileFacts DATA = nothing("data");

    private final SourceTree tree;
    private final List<Language> languages;
    private final List<DocumentFormat> formats;
    private final String formatIds;
    private final FactsCache cache;
    private final Stamps stamps;
    private final Set<String> paths = new HashSet<>();
    private final Map<String, FileFacts> facts = new ConcurrentHashMap<>();
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final Map<String, LocatedJson> descriptions = new ConcurrentHashMap<>();
    private final List<CodeProblem> problems = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicInteger parsed = new AtomicInteger();
    private final AtomicLong parsedBytes = new AtomicLong();

    TreeReading(
            SourceTree tree,
            List<Language> languages,
            List<DocumentFormat> formats,
            FactsCache cache,
            Path cacheFolder) {
        this.tree = tree;
        this.languages = languages;
        this.formats = formats;
        this.formatIds = formats.stream().map(DocumentFormat::id).collect(Collectors.joining(","));
        this.cache = cache;
        String name = tree instanceof WorkTree workTree
                ? workTree.root().toString()
                : tree.commit().orElse("");
        this.stamps =
                new Stamps(cacheFolder.resolve("stamps-" + GitHash.of(name).substring(0, 16) + ".tsv"));
    }

    void read(List<SourceTree.Entry> entries) {
        entries.forEach(entry -> paths.add(entry.path()));
        entries.parallelStream().forEach(this::readOrLeaveOut);
    }

    /// A file that can't be read, perhaps because it is gone by now, does not take the others with it.
    private void readOrLeaveOut(SourceTree.Entry entry) {
        try {
            read(entry);
        } catch (BackbeatException e) {
            if (e.code() != ErrorCode.INPUT) {
                throw e;
            }
            problems.add(new CodeProblem(CodeProblem.Kind.LEFT_OUT, entry.path(), 0, "left out: " + e.getMessage()));
        }
    }

    private void read(SourceTree.Entry entry) {
        Optional<Language> language = language(entry.path());
        if (language.isPresent()) {
            FileFacts found = facts(entry, language.get());
            files.incrementAndGet();
            facts.put(entry.path(), found);
            if (found.syntaxErrors() > 0) {
                problems.add(new CodeProblem(
                        CodeProblem.Kind.SYNTAX_ERROR,
                        entry.path(),
                        found.firstErrorLine(),
                        "%d stretch%s can't be parsed"
                                .formatted(found.syntaxErrors(), found.syntaxErrors() == 1 ? "" : "es")));
            }
        } else if (entry.path().endsWith(JSON)) {
            json(entry);
        }
    }

    private Optional<Language> language(String path) {
        return languages.stream()
                .filter(language -> ending(language, path) > 0)
                .max(Comparator.comparingInt(language -> ending(language, path)));
    }

    private static int ending(Language language, String path) {
        return language.endings().stream()
                .filter(path::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private FileFacts facts(SourceTree.Entry entry, Language language) {
        // The same bytes may be two things under two endings.
        String ending = entry.path().substring(entry.path().length() - ending(language, entry.path()));
        String kind = "/%s/%d/%d%s".formatted(language.id(), language.version(), FactsCodec.VERSION, ending);
        String known = tree.commit().isPresent() ? entry.stamp() : stamps.hash(entry.path(), entry.stamp());
        if (!known.isEmpty()) {
            Optional<FileFacts> cached = cache.find(known + kind);
            if (cached.isPresent()) {
                return cached.get();
            }
        }
        byte[] content = tree.content(entry);
        String hash = GitHash.of(content);
        stamps.put(entry.path(), entry.stamp(), hash);
        return cache.findOrMake(hash + kind, () -> {
            parsed.incrementAndGet();
            parsedBytes.addAndGet(content.length);
            return language.read(entry.path(), content);
        });
    }

    private void json(SourceTree.Entry entry) {
        String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        if (name.equals("package.json") || (name.startsWith("tsconfig") && name.endsWith(JSON))) {
            describe(entry);
            return;
        }
        // Whether a file is a document also depends on its path, and on who is asked.
        String kind = "/json/%s/%d/%s".formatted(formatIds, FactsCodec.VERSION, GitHash.of(entry.path()));
        String known = tree.commit().isPresent() ? entry.stamp() : stamps.hash(entry.path(), entry.stamp());
        Optional<FileFacts> cached = known.isEmpty() ? Optional.empty() : cache.find(known + kind);
        if (cached.isPresent() && cached.get().language().equals(DATA.language())) {
            return;
        }
        byte[] content = tree.content(entry);
        boolean isDocument = formats.stream().anyMatch(format -> format.mayRead(entry.path(), content));
        if (isDocument) {
            files.incrementAndGet();
            documents.put(entry.path(), content);
        }
        String hash = GitHash.of(content);
        stamps.put(entry.path(), entry.stamp(), hash);
        cache.findOrMake(hash + kind, () -> isDocument ? DOCUMENT : DATA);
    }

    private void describe(SourceTree.Entry entry) {
        try {
            descriptions.put(entry.path(), LocatedJson.read(tree.content(entry)));
        } catch (InvalidJsonException e) {
            problems.add(new CodeProblem(
                    CodeProblem.Kind.INVALID_JSON, entry.path(), e.line(), "not valid JSON: " + e.getMessage()));
        }
    }

    boolean exists(String path) {
        return paths.contains(path);
    }

    Map<String, FileFacts> facts() {
        return facts;
    }

    Map<String, byte[]> documents() {
        return documents;
    }

    Map<String, LocatedJson> descriptions() {
        return descriptions;
    }

    List<CodeProblem> problems() {
        List<CodeProblem> all = new ArrayList<>(problems);
        for (SourceTree.Skipped skipped : tree.skipped()) {
            all.add(new CodeProblem(CodeProblem.Kind.LEFT_OUT, skipped.path(), 0, "left out: " + skipped.reason()));
        }
        all.sort(Comparator.comparing(CodeProblem::path).thenComparing(CodeProblem::line));
        return all;
    }

    CodeIndex.Reading reading() {
        return new CodeIndex.Reading(files.get(), parsed.get(), parsedBytes.get());
    }

    /// Remembers the stamps of a work tree.
    void save() {
        if (tree.commit().isEmpty()) {
            stamps.save();
        }
    }

    private static FileFacts nothing(String language) {
        return new FileFacts(
                language, 0, 0, 0, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
