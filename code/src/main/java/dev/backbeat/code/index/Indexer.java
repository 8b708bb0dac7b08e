package dev.backbeat.code.index;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.Language;
import dev.backbeat.code.SourceTree;
import dev.backbeat.code.catalog.DocumentFormat;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.Documents;
import dev.backbeat.code.catalog.PluginEntry;
import dev.backbeat.code.catalog.TestAudit;
import dev.backbeat.code.json.InvalidJsonException;
import dev.backbeat.code.json.LocatedJson;
import dev.backbeat.code.tree.WorkTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes indexes. What a file says is remembered by its content, so that making an index again after a small
/// change reads little more than what changed.
public final class Indexer {

    private static final String INSTALLED = "node_modules/";
    private static final String SEQUENCES = "json-sequences";

    private final List<Language> languages;
    private final List<DocumentFormat> formats;
    private final Path cacheFolder;
    private @Nullable FactsCache cache;

    /// An indexer.
    ///
    /// @param cacheFolder where it remembers what files say; made when it is not there
    public Indexer(List<Language> languages, List<DocumentFormat> formats, Path cacheFolder) {
        this.languages = List.copyOf(languages);
        this.formats = List.copyOf(formats);
        this.cacheFolder = cacheFolder;
    }

    private synchronized FactsCache cache() {
        FactsCache open = cache;
        if (open == null) {
            open = FactsCache.open(cacheFolder);
            cache = open;
        }
        return open;
    }

    /// Makes the index of a tree. Where nothing can be remembered, all is read each time.
    ///
    /// @throws dev.backbeat.model.BackbeatException when the tree can't be read
    public CodeIndex index(SourceTree tree) {
        FactsCache cache = cache();
        TreeReading reading = new TreeReading(tree, languages, formats, cache, cacheFolder);
        reading.read(tree.files());
        Documents documents = documents(reading);
        if (tree instanceof WorkTree workTree) {
            // What is installed may name what is installed, too.
            Set<String> read = new HashSet<>();
            Set<String> more = installed(workTree, documents, read);
            while (!more.isEmpty()) {
                read.addAll(more);
                reading.read(more.stream()
                        .flatMap(folder -> workTree.packageFiles(folder).stream())
                        .toList());
                documents = documents(reading);
                more = installed(workTree, documents, read);
            }
        }
        reading.save();
        cache.save();
        return new CodeIndex(
                tree.checkout(),
                tree.commit().orElse(""),
                reading.facts(),
                reading.descriptions(),
                documents,
                reading.problems(),
                reading.reading());
    }

    /// Installed packages that documents name, or that bring documents of their own, without those that are
    /// read.
    private static Set<String> installed(WorkTree tree, Documents documents, Set<String> read) {
        Set<String> named = Stream.concat(
                        documents.sequences().stream()
                                .flatMap(sequence -> sequence.modules().stream())
                                .map(DocumentedSequence.ModuleName::specifier),
                        documents.plugins().stream().map(PluginEntry::module))
                .map(Indexer::packageOf)
                .collect(Collectors.toCollection(HashSet::new));
        return tree.installedPackages().stream()
                .filter(folder -> !read.contains(folder))
                .filter(folder ->
                        named.contains(folder.substring(INSTALLED.length())) || tree.hasFolder(folder, SEQUENCES))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String packageOf(String specifier) {
        String[] parts = specifier.split("/", 3);
        return specifier.startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
    }

    private Documents documents(TreeReading reading) {
        List<Documents> read = new ArrayList<>();
        List<CodeProblem> problems = new ArrayList<>();
        for (DocumentFormat format : formats) {
            List<DocumentFormat.Parsed> parsed = new ArrayList<>();
            new TreeMap<>(reading.documents()).forEach((path, content) -> {
                if (!format.mayRead(path, content)) {
                    return;
                }
                try {
                    parsed.add(new DocumentFormat.Parsed(path, LocatedJson.read(content)));
                } catch (InvalidJsonException e) {
                    if (format.isMeant(path)) {
                        problems.add(new CodeProblem(
                                CodeProblem.Kind.INVALID_JSON, path, e.line(), "not valid JSON: " + e.getMessage()));
                    }
                }
            });
            read.add(format.read(parsed, reading::exists));
        }
        return new Documents(
                sorted(read, Documents::sequences, Comparator.comparing(DocumentedSequence::path)),
                sorted(read, Documents::routes, Comparator.comparing(route -> route.path())),
                sorted(read, Documents::plugins, Comparator.comparing(PluginEntry::path)),
                sorted(read, Documents::audits, Comparator.comparing(TestAudit::path)),
                Stream.concat(problems.stream(), read.stream().flatMap(one -> one.problems().stream()))
                        .sorted(Comparator.comparing(CodeProblem::path).thenComparing(CodeProblem::line))
                        .toList());
    }

    private static <T> List<T> sorted(
            List<Documents> documents, Function<Documents, List<T>> part, Comparator<T> order) {
        return documents.stream()
                .flatMap(one -> part.apply(one).stream())
                .sorted(order)
                .toList();
    }
}
