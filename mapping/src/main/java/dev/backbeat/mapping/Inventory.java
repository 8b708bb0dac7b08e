package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.Route;
import dev.backbeat.code.history.FileChanges;
import dev.backbeat.code.reach.Flow;
import dev.backbeat.code.reach.Reachability;
import dev.backbeat.code.reach.Way;
import dev.backbeat.model.HandlerKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All handlers that one version of one checkout has, whether they ran or not: those that documents name, and
/// what modules offer beside these.
final class Inventory {

    /// A handler of the version.
    ///
    /// @param symbol its function; `null` where it could not be told
    /// @param source `document`, `handler_map` or `export`
    /// @param document who names it; `null` where nobody does
    record Item(
            HandlerKey key,
            @Nullable Symbol symbol,
            String source,
            @Nullable Naming document) {}

    /// The place of a document that names a handler.
    record Naming(String path, int line, boolean mounted) {}

    private final CodeVersion code;
    private final Checkout checkout;
    private final Checkout.Version version;
    private final Map<HandlerKey, Item> items = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Set<String> documents = new HashSet<>();
    private final Set<String> imported;
    private final Set<String> foldersWithIndex;
    private @Nullable Reachability reachability;
    private @Nullable FileChanges changes;

    private Inventory(CodeVersion code, Checkout checkout, Checkout.Version version) {
        this.code = code;
        this.checkout = checkout;
        this.version = version;
        this.imported = importedDocuments();
        this.foldersWithIndex = version.index().documents().sequences().stream()
                .flatMap(sequence -> sequence.modules().stream())
                .map(module -> folder(module.path()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Takes stock.
    ///
    /// @param seen the handlers that ran in any build
    /// @param played the sequences that ran, by id or name
    static Inventory of(
            CodeVersion code,
            Checkout checkout,
            Checkout.Version version,
            HandlerMapper mapper,
            Set<HandlerKey> seen,
            Map<String, String> played) {
        Inventory inventory = new Inventory(code, checkout, version);
        Set<Symbol> ran = inventory.ran(mapper, seen);
        inventory.documented(mapper, seen, played);
        inventory.offered(ran);
        inventory.search(ran);
        return inventory;
    }

    private void documented(HandlerMapper mapper, Set<HandlerKey> seen, Map<String, String> played) {
        Map<String, HandlerKey> bySequence = new HashMap<>();
        seen.forEach(key -> bySequence.putIfAbsent(key.sequence() + "\0" + key.handler(), key));
        for (DocumentedSequence sequence : version.index().documents().sequences()) {
            documents.add(sequence.path());
            sequence.modules().forEach(module -> documents.add(module.path()));
            boolean mounted = isMounted(sequence);
            String owner = sequence.plugin();
            Set<Symbol> symbols = new LinkedHashSet<>();
            for (DocumentedSequence.Beat beat : sequence.beats()) {
                if (beat.handler().isEmpty()) {
                    continue;
                }
                HandlerKey said = new HandlerKey(
                        owner == null ? played.getOrDefault(sequence.id(), "") : owner, sequence.id(), beat.handler());
                HandlerKey key = bySequence.getOrDefault(sequence.id() + "\0" + beat.handler(), said);
                HandlerMapping.Found found = mapper.map(key).found();
                Symbol symbol = found != null && isHere(found) ? found.symbol() : null;
                if (symbol != null) {
                    symbols.add(symbol);
                }
                Naming naming = new Naming(sequence.path(), beat.line(), mounted);
                items.merge(
                        key,
                        new Item(key, symbol, "document", naming),
                        (one, other) -> one.document() != null && one.document().mounted() ? one : other);
            }
            boolean ran = played.containsKey(sequence.id()) || played.containsKey(sequence.name());
            flows.add(new Flow(
                    sequence.id(),
                    sequence.path(),
                    sequence.line(),
                    mounted,
                    ran,
                    interaction(sequence.id()),
                    triggers(sequence.id()),
                    List.copyOf(symbols)));
        }
        version.index().documents().routes().forEach(route -> documents.add(route.path()));
        version.index().documents().plugins().forEach(plugin -> documents.add(plugin.path()));
    }

    /// The same answer for the same path, which is asked over and over.
    private static Predicate<String> asked(Predicate<String> predicate) {
        Map<String, Boolean> known = new HashMap<>();
        return path -> known.computeIfAbsent(path, predicate::test);
    }

    private boolean isHere(HandlerMapping.Found found) {
        return found.place().checkout().equals(version.index().checkout());
    }

    /// What people do is often named by pages and data that are not in the checkout.
    private @Nullable Way interaction(String sequence) {
        return version.index().documents().routes().stream()
                .filter(route -> route.kind() == Route.Kind.INTERACTION)
                .filter(route -> route.sequence().equals(sequence))
                .findFirst()
                .map(route -> new Way(Way.Kind.NAMED, route.path(), route.line(), false))
                .orElse(null);
    }

    private List<String> triggers(String sequence) {
        return version.index().documents().routes().stream()
                .filter(route -> route.sequence().equals(sequence))
                .map(Route::name)
                .distinct()
                .toList();
    }

    /// A document beside an index that does not name it is not loaded, unless code imports it.
    private boolean isMounted(DocumentedSequence sequence) {
        return !sequence.modules().isEmpty()
                || !foldersWithIndex.contains(folder(sequence.path()))
                || imported.contains(sequence.path());
    }

    private Set<String> importedDocuments() {
        Set<String> found = new HashSet<>();
        version.index().files().forEach((path, facts) -> {
            for (FileFacts.Import taken : facts.imports()) {
                if (taken.specifier().endsWith(".json") && taken.specifier().startsWith(".") && !Tests.isTest(path)) {
                    found.add(Path.of(folder(path), taken.specifier())
                            .normalize()
                            .toString()
                            .replace('\\', '/'));
                }
            }
        });
        return found;
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// What modules offer and no document names, with the plugin of the documents that name the module.
    private void offered(Set<Symbol> ran) {
        Set<Symbol> named = items.values().stream()
                .map(Item::symbol)
                .filter(symbol -> symbol != null)
                .collect(Collectors.toCollection(HashSet::new));
        // What ran for a sequence that no document has is told by the log.
        named.addAll(ran);
        Map<String, String> owners = new HashMap<>();
        for (Item item : items.values()) {
            Symbol symbol = item.symbol();
            if (symbol != null) {
                owners.putIfAbsent(symbol.path(), item.key().plugin());
            }
        }
        for (CodeVersion.Offered offered : code.offered()) {
            if (!named.contains(offered.symbol())
                    && !Tests.isTest(offered.symbol().path())) {
                HandlerKey key =
                        new HandlerKey(owners.getOrDefault(offered.symbol().path(), ""), "", offered.name());
                HandlerKey free = items.containsKey(key)
                        ? new HandlerKey(key.plugin(), offered.symbol().path(), key.handler())
                        : key;
                items.put(free, new Item(free, offered.symbol(), offered.isEntry() ? "handler_map" : "export", null));
            }
        }
    }

    /// The functions of this checkout that ran.
    private Set<Symbol> ran(HandlerMapper mapper, Set<HandlerKey> seen) {
        Set<Symbol> ran = new LinkedHashSet<>();
        for (HandlerKey key : seen) {
            HandlerMapping.Found found = mapper.map(key).found();
            if (found != null && isHere(found)) {
                ran.add(found.symbol());
            }
        }
        return ran;
    }

    private void search(Set<Symbol> ran) {
        boolean all = items.values().stream().allMatch(item -> item.symbol() == null || ran.contains(item.symbol()));
        if (!items.isEmpty() && !all) {
            reachability = Reachability.of(
                    version.index(), version.tree(), ran, flows, documents, Inventory.asked(Tests::isAside));
        }
        Set<String> paths = items.values().stream()
                .map(Item::symbol)
                .filter(symbol -> symbol != null)
                .map(Symbol::path)
                .collect(Collectors.toCollection(HashSet::new));
        ran.forEach(symbol -> paths.add(symbol.path()));
        changes = checkout.changes(version.commit(), paths);
    }

    /// The handlers.
    Map<HandlerKey, Item> items() {
        return items;
    }

    Checkout.Version version() {
        return version;
    }

    /// How code comes to functions; empty where all of them ran.
    Optional<Reachability> reachability() {
        return Optional.ofNullable(reachability);
    }

    FileChanges changes() {
        FileChanges known = changes;
        return known == null ? FileChanges.unknown() : known;
    }

    /// The sequences of a handler.
    List<Flow> flows(HandlerKey key) {
        return flows.stream()
                .filter(flow -> flow.sequence().equals(key.sequence()))
                .toList();
    }
}
