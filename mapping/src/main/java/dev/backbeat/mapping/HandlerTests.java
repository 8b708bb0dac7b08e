package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.TestAudit;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which tests are said to reach a handler: by its documents, by audits that lie in the checkout, and,
/// marked as such, by what tests import.
final class HandlerTests {

    /// Tests of one handler that are remembered for what they import; the nearest come first.
    private static final int MOST_IMPORTING = 20;
    /// A chain of more imports says nothing.
    private static final int MOST_DISTANT = 4;

    private final StoredNames.Build build;
    private final Inventory inventory;
    private final CodeVersion code;
    private final CodeIndex index;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Set<CodeFacts.HandlerTest> rows = new LinkedHashSet<>();

    private HandlerTests(StoredNames.Build build, Inventory inventory, CodeVersion code) {
        this.build = build;
        this.inventory = inventory;
        this.code = code;
        this.index = code.index();
        for (String path : index.files().keySet()) {
            byName.computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), key -> new ArrayList<>())
                    .add(path);
        }
    }

    static Collection<CodeFacts.HandlerTest> of(
            StoredNames.Build build, Inventory inventory, CodeVersion code, List<TestAudit> audits) {
        HandlerTests tests = new HandlerTests(build, inventory, code);
        tests.documented();
        audits.forEach(tests::audited);
        tests.imported();
        return tests.rows;
    }

    private void documented() {
        for (DocumentedSequence sequence : index.documents().sequences()) {
            for (DocumentedSequence.Beat beat : sequence.beats()) {
                for (DocumentedSequence.TestName test : beat.tests()) {
                    inventory.items().keySet().stream()
                            .filter(key -> key.sequence().equals(sequence.id())
                                    && key.handler().equals(beat.handler()))
                            .forEach(key -> add(key, "document", test.file(), test.title()));
                }
            }
        }
    }

    /// What an audit says of functions, tied to the handlers of that name whose files end alike.
    private void audited(TestAudit audit) {
        Map<String, List<Inventory.Item>> byName = new HashMap<>();
        for (Inventory.Item item : inventory.items().values()) {
            Symbol symbol = item.symbol();
            if (symbol != null) {
                byName.computeIfAbsent(own(symbol.qualifiedName()), key -> new ArrayList<>())
                        .add(item);
            }
        }
        for (TestAudit.Function function : audit.functions()) {
            for (Inventory.Item item : meant(function, byName.getOrDefault(function.name(), List.of()))) {
                if (function.tests().isEmpty()) {
                    rows.add(row(item.key(), audit.kind(), null, 0, null, false, 0));
                }
                function.tests().forEach(test -> add(item.key(), audit.kind(), test.file(), test.title()));
            }
        }
    }

    private static String own(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /// An audit that names no file means the only function of the name.
    private static List<Inventory.Item> meant(TestAudit.Function function, List<Inventory.Item> candidates) {
        List<String> files =
                candidates.stream().map(item -> path(item)).distinct().toList();
        String file = function.file();
        Optional<String> chosen = file == null
                ? (files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty())
                : endingAlike(file, files);
        return candidates.stream()
                .filter(item -> chosen.filter(path(item)::equals).isPresent())
                .toList();
    }

    private static String path(Inventory.Item item) {
        Symbol symbol = item.symbol();
        return symbol == null ? "" : symbol.path();
    }

    private void add(HandlerKey key, String source, String file, @Nullable String title) {
        Optional<String> found = testFile(file);
        String path = found.orElse(clean(file));
        int line = found.flatMap(known -> Optional.ofNullable(index.files().get(known)))
                .flatMap(facts -> facts.tests().stream()
                        .filter(test -> title != null && isTitle(test.title(), title))
                        .findFirst())
                .map(FileFacts.TestCase::line)
                .orElse(0);
        rows.add(row(key, source, path, line, title, found.isPresent(), 0));
    }

    private static boolean isTitle(String full, String said) {
        return full.equals(said) || full.endsWith(" › " + said) || full.endsWith(said);
    }

    private CodeFacts.HandlerTest row(
            HandlerKey key,
            String source,
            @Nullable String path,
            int line,
            @Nullable String title,
            boolean there,
            int distance) {
        return new CodeFacts.HandlerTest(
                build.label(),
                build.commit(),
                key.plugin(),
                key.sequence(),
                key.handler(),
                source,
                index.checkout(),
                path,
                line,
                title,
                there,
                distance);
    }

    private static String clean(String path) {
        return path.replace('\\', '/').replaceFirst("^/+", "");
    }

    /// The test file that ends as the said one does, over most folders.
    private Optional<String> testFile(String said) {
        String name = clean(said);
        if (index.files().containsKey(name)) {
            return Optional.of(name);
        }
        return endingAlike(said, byName.getOrDefault(name.substring(name.lastIndexOf('/') + 1), List.of()));
    }

    /// The path that shares most folders at its end with another one, the file and one folder at least; none
    /// where two share equally many.
    static Optional<String> endingAlike(String said, List<String> paths) {
        int most = 0;
        List<String> best = new ArrayList<>();
        for (String path : paths) {
            int shared = sharedEnd(clean(said), path);
            if (shared > most) {
                most = shared;
                best.clear();
            }
            if (shared == most && shared > 0) {
                best.add(path);
            }
        }
        return most >= 2 && best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static int sharedEnd(String one, String other) {
        String[] a = one.split("/");
        String[] b = other.split("/");
        int shared = 0;
        while (shared < a.length && shared < b.length && a[a.length - 1 - shared].equals(b[b.length - 1 - shared])) {
            shared++;
        }
        return shared;
    }

    /// Tests that import the file of a handler, directly or through other files.
    private void imported() {
        Map<String, List<Reached>> byFile = new HashMap<>();
        new TreeMap<>(index.files()).forEach((path, facts) -> {
            if (!facts.tests().isEmpty() || Tests.isTest(path)) {
                reach(path)
                        .forEach((file, distance) -> byFile.computeIfAbsent(file, key -> new ArrayList<>())
                                .add(new Reached(path, distance)));
            }
        });
        for (Inventory.Item item : inventory.items().values()) {
            byFile.getOrDefault(path(item), List.of()).stream()
                    .filter(reached -> !facts(reached.test()).tests().isEmpty())
                    .sorted(Comparator.comparingInt(Reached::distance).thenComparing(Reached::test))
                    .limit(MOST_IMPORTING)
                    .forEach(reached ->
                            rows.add(row(item.key(), "import", reached.test(), 0, null, true, reached.distance())));
        }
    }

    private record Reached(String test, int distance) {}

    private FileFacts facts(String path) {
        return Objects.requireNonNull(index.files().get(path));
    }

    /// The files that a test imports, with how many imports lie between.
    private Map<String, Integer> reach(String test) {
        Map<String, Integer> distances = new HashMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(test));
        Set<String> seen = new HashSet<>(Set.of(test));
        distances.put(test, 0);
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            int distance = distances.getOrDefault(path, 0) + 1;
            if (distance > MOST_DISTANT) {
                continue;
            }
            for (String specifier : code.specifiers(path)) {
                code.module(path, specifier).filter(seen::add).ifPresent(file -> {
                    distances.put(file, distance);
                    waiting.add(file);
                });
            }
        }
        distances.remove(test);
        return distances;
    }
}
