package dev.backbeat.code.catalog.conductor;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.catalog.DocumentFormat;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.DocumentedSequence.ModuleName;
import dev.backbeat.code.catalog.Documents;
import dev.backbeat.code.json.LocatedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The documents of the musical conductor.
///
/// - a sequence is an object with `movements`; its `id`, `name` and `pluginId` stand beside them
/// - an index is an object with `sequences`, a list of `file` and `handlersPath`, beside the files it names
/// - `topics-manifest.json` has `topics`, each with `routes`; `interaction-manifest.json` has `routes` by
///   interaction; `plugin-manifest.json` has `plugins` with modules
/// - `comprehensive-audit.json` has `handlerCoverage`, `ir-handler-tests.json` has `handlerTestMap`
public final class ConductorDocuments implements DocumentFormat {

    private static final String FOLDER = "json-sequences/";
    private static final byte[] MOVEMENTS = "\"movements\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEATS = "\"beats\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HANDLERS_PATH = "\"handlersPath\"".getBytes(StandardCharsets.UTF_8);

    @Override
    public String id() {
        return "conductor";
    }

    @Override
    public boolean mayRead(String path, byte[] content) {
        return path.endsWith(".json")
                && (isMeant(path)
                        || TestAudits.isAudit(path)
                        || (Bytes.contains(content, MOVEMENTS) && Bytes.contains(content, BEATS))
                        || Bytes.contains(content, HANDLERS_PATH));
    }

    @Override
    public boolean isMeant(String path) {
        return isInFolder(path) || isManifest(path);
    }

    private static boolean isInFolder(String path) {
        return path.endsWith(".json") && (path.startsWith(FOLDER) || path.contains("/" + FOLDER));
    }

    private static boolean isManifest(String path) {
        return path.endsWith("topics-manifest.json")
                || path.endsWith("interaction-manifest.json")
                || path.endsWith("plugin-manifest.json");
    }

    @Override
    public Documents read(List<Parsed> files, Predicate<String> exists) {
        List<CodeProblem> problems = new ArrayList<>();
        Map<String, List<ModuleName>> modules = new HashMap<>();
        Map<String, Integer> indexed = new LinkedHashMap<>();
        for (Parsed file : files) {
            if (!isIndex(file)) {
                continue;
            }
            for (LocatedJson entry : file.content().elementsAt("sequences")) {
                Optional<String> named = entry.textAt("file");
                if (named.isEmpty()) {
                    continue;
                }
                String path = Paths.beside(file.path(), named.get());
                indexed.put(path, entry.line());
                if (!exists.test(path)) {
                    problems.add(new CodeProblem(
                            CodeProblem.Kind.MISSING_FILE,
                            file.path(),
                            entry.line(),
                            "the index names `%s`, which is not there".formatted(named.get())));
                }
                entry.textAt("handlersPath")
                        .ifPresent(specifier -> modules.computeIfAbsent(path, key -> new ArrayList<>())
                                .add(new ModuleName(specifier, file.path(), entry.line())));
            }
        }
        List<DocumentedSequence> sequences = new ArrayList<>();
        for (Parsed file : files) {
            boolean meant = isInFolder(file.path())
                    && file.content().elementsAt("sequences").isEmpty();
            if (file.content().at("movements").isPresent() || (meant && indexed.containsKey(file.path()))) {
                new SequenceReader(file.path(), modules.getOrDefault(file.path(), List.of()), problems)
                        .read(file.content(), meant)
                        .ifPresent(sequences::add);
            }
        }
        Manifests manifests = new Manifests();
        files.forEach(manifests::read);
        Contradictions.find(sequences, problems);
        return new Documents(sequences, manifests.routes(), manifests.plugins(), TestAudits.of(files), problems);
    }

    /// Other files also list sequences, such as catalogs of a search; only an index says who carries them
    /// out, or lies among them.
    private static boolean isIndex(Parsed file) {
        return file.path().endsWith("/index.json")
                || file.content().elementsAt("sequences").stream()
                        .anyMatch(entry -> entry.at("handlersPath").isPresent());
    }
}
