package dev.backbeat.code.reach;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.module.Modules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which files are loaded, by whom.
final class Loading {

    /// Files that start others: descriptions, pages, pipelines.
    private static final Pattern STARTS = Pattern.compile(
            "(^|/)(package\\.json|Dockerfile|Procfile|Makefile|[^/]*\\.(html?|sh|ya?ml|toml)|[^/]*\\.config\\.[cm]?[jt]s)$");
    private static final Pattern NAMES_A_FILE = Pattern.compile("[\\w@$./*-]*[\\w*-]\\.[cm]?[jt]sx?\\b");
    private static final Pattern DOCUMENTS =
            Pattern.compile("(^|/)json-sequences/|-manifest\\.json$|package-lock\\.json$");
    private static final Pattern ENDING = Pattern.compile("\\.(d\\.)?[cm]?[jt]sx?$");
    private static final String JSON = ".json";

    private final CodeIndex index;
    private final Sources sources;
    private final Modules modules;
    private final Set<String> documents;
    private final Predicate<String> isTest;
    private final Set<String> ofDocuments;

    Loading(CodeIndex index, Sources sources, Modules modules, Set<String> documents, Predicate<String> isTest) {
        this.index = index;
        this.sources = sources;
        this.modules = modules;
        this.documents = documents;
        this.isTest = isTest;
        this.ofDocuments = index.documents().sequences().stream()
                .flatMap(sequence -> sequence.modules().stream())
                .flatMap(this::file)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<String> file(DocumentedSequence.ModuleName module) {
        return modules.file(module.path(), module.specifier()).stream();
    }

    /// The files that nobody imports. Who loads them is not seen here, so they count as loaded: those that do
    /// something when they are, and those that offer no handlers, whose exports somebody may call. What
    /// offers handlers and only declares is dead if nobody imports it. Then the files that descriptions
    /// name.
    Entries entries() {
        Set<String> imported = new HashSet<>();
        index.files().forEach((path, facts) -> {
            if (!isTest.test(path)) {
                imported.addAll(imports(path, facts));
            }
        });
        Entries entries = new Entries(new ArrayList<>(), new ArrayList<>());
        index.files().forEach((path, facts) -> {
            if (isTest.test(path) || !facts.tests().isEmpty() || imported.contains(path)) {
                return;
            }
            if (!offersHandlers(path, facts)) {
                entries.called().add(path);
            } else if (sources.uses(path, facts).acts()) {
                entries.loaded().add(path);
            }
        });
        for (String path : sources.paths()) {
            if (STARTS.matcher(path).find()) {
                sources.text(path).ifPresent(text -> {
                    Matcher matcher = NAMES_A_FILE.matcher(text);
                    while (matcher.find()) {
                        entries.loaded().addAll(named(path, matcher.group()));
                    }
                });
            }
        }
        return entries;
    }

    /// Files that are loaded by themselves.
    ///
    /// @param called those whose exports somebody outside may call
    record Entries(List<String> loaded, List<String> called) {}

    private boolean offersHandlers(String path, FileFacts facts) {
        return ofDocuments.contains(path)
                || facts.exports().stream().anyMatch(export -> export.exported().equals("handlers"));
    }

    /// The modules that documents name for their sequences.
    Set<String> documentModules() {
        return ofDocuments;
    }

    boolean isOfDocuments(String path) {
        return ofDocuments.contains(path);
    }

    /// The files that a file imports or re-exports by their names.
    List<String> imports(String path, FileFacts facts) {
        return Stream.concat(
                        facts.imports().stream()
                                .filter(taken -> !taken.typeOnly())
                                .map(FileFacts.Import::specifier),
                        facts.exports().stream()
                                .filter(export -> !export.typeOnly() && export.specifier() != null)
                                .map(export -> String.valueOf(export.specifier())))
                .distinct()
                .map(specifier -> modules.file(path, specifier))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The settings that a file imports.
    List<String> configs(String path, FileFacts facts) {
        return facts.imports().stream()
                .map(FileFacts.Import::specifier)
                .filter(specifier -> specifier.endsWith(JSON))
                .flatMap(specifier -> named(path, specifier).stream())
                .filter(this::isConfig)
                .toList();
    }

    /// Whether a file holds settings: data that code reads and that is no document.
    boolean isConfig(String path) {
        return path.endsWith(JSON)
                && !documents.contains(path)
                && !DOCUMENTS.matcher(path).find()
                && !isTest.test(path)
                && !STARTS.matcher(path).find();
    }

    /// The files that a text names, if it is a path: relative to the file it stands in, or the end of one
    /// path.
    List<String> named(String from, String text) {
        boolean isPath = text.indexOf('*') < 0
                && (text.endsWith(JSON)
                        || NAMES_A_FILE.matcher(text).matches()
                        || text.startsWith("./")
                        || text.startsWith("../"));
        if (!isPath) {
            return List.of();
        }
        Optional<String> file = modules.file(from, text);
        if (file.isPresent()) {
            return List.of(file.get());
        }
        String end = text.replaceFirst("^(\\.{0,2}/)+", "");
        List<String> found = end.isEmpty() ? List.of() : sources.endingWith(end);
        // A name alone may be that of many files, most of them of other programs.
        return end.indexOf('/') < 0 && found.size() > 1 ? List.of() : found;
    }

    /// The files that a computed name of which something is known may mean.
    List<String> matching(String pattern) {
        if (!Texts.isTelling(pattern)) {
            return List.of();
        }
        String clean = ENDING.matcher(pattern.replaceFirst("^(\\.{0,2}/)+", "")).replaceFirst("");
        Pattern fits = Pattern.compile("(.*/)?" + Texts.pattern(clean).pattern());
        return index.files().keySet().stream()
                .filter(path -> !isTest.test(path))
                .filter(path ->
                        fits.matcher(ENDING.matcher(path).replaceFirst("")).matches())
                .toList();
    }

    /// The texts of a file of settings.
    List<Word> words(String path) {
        return sources.text(path).map(Words::of).orElse(List.of()).stream()
                .filter(word -> word.kind() == Word.Kind.TEXT)
                .toList();
    }
}
