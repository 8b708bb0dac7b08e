package dev.backbeat.mapping;

import dev.backbeat.code.Symbol;
import dev.backbeat.code.history.FileChanges;
import dev.backbeat.code.reach.Flow;
import dev.backbeat.code.reach.Reachability;
import dev.backbeat.code.reach.Way;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The inventory as rows: each handler with what is known of its way.
final class KnownHandlers {

    private static final Symbol NOWHERE = new Symbol("", "", 0, 0, 0);

    private final StoredNames.Build build;
    private final HandlerMapper mapper;
    private final Set<HandlerKey> seen;

    KnownHandlers(StoredNames.Build build, HandlerMapper mapper, Set<HandlerKey> seen) {
        this.build = build;
        this.mapper = mapper;
        this.seen = seen;
    }

    List<CodeFacts.KnownHandler> of(List<Inventory> inventories) {
        List<CodeFacts.KnownHandler> rows = new ArrayList<>();
        Set<HandlerKey> told = new HashSet<>();
        for (Inventory inventory : inventories) {
            inventory.items().values().forEach(item -> {
                if (told.add(item.key())) {
                    rows.add(row(inventory, item));
                }
            });
        }
        for (HandlerKey key : seen) {
            if (told.add(key)) {
                rows.add(logged(key, inventories));
            }
        }
        return rows;
    }

    /// A handler that ran, and that no document and no map has.
    private CodeFacts.KnownHandler logged(HandlerKey key, List<Inventory> inventories) {
        HandlerMapping mapping = mapper.map(key);
        HandlerMapping.Found found = mapping.found();
        for (Inventory inventory : inventories) {
            if (found != null
                    && found.place()
                            .checkout()
                            .equals(inventory.version().index().checkout())) {
                return row(inventory, new Inventory.Item(key, found.symbol(), "log", null));
            }
        }
        return row(inventories.getFirst(), new Inventory.Item(key, null, "log", null));
    }

    private CodeFacts.KnownHandler row(Inventory inventory, Inventory.Item item) {
        HandlerKey key = item.key();
        Symbol symbol = item.symbol();
        Inventory.Naming naming = item.document();
        Told told = told(inventory, item);
        Optional<FileChanges.Change> change = symbol == null
                ? Optional.empty()
                : inventory.changes().last(symbol.path(), symbol.line(), symbol.endLine());
        boolean here = symbol != null;
        Symbol at = symbol == null ? NOWHERE : symbol;
        Way way = told.way();
        return new CodeFacts.KnownHandler(
                build.label(),
                build.commit(),
                key.plugin(),
                key.sequence(),
                key.handler(),
                item.source(),
                here ? inventory.version().index().checkout() : null,
                here ? inventory.version().commit() : null,
                here ? at.path() : null,
                at.line(),
                at.endLine(),
                here ? at.qualifiedName() : null,
                naming == null ? null : naming.path(),
                naming == null ? 0 : naming.line(),
                naming == null || naming.mounted(),
                way == null ? null : way.kind().name().toLowerCase(Locale.ROOT),
                way == null ? null : way.path(),
                way == null ? 0 : way.line(),
                way != null && way.onError(),
                told.reason(),
                inventory.reachability().map(Reachability::isOpen).orElse(false),
                change.map(FileChanges.Change::commit).orElse(null),
                change.map(FileChanges.Change::nanos).orElse(0L),
                inventory.changes().count(at.path()));
    }

    /// A way, or why there is none.
    private record Told(@Nullable Way way, String reason) {}

    private Told told(Inventory inventory, Inventory.Item item) {
        Symbol symbol = item.symbol();
        Inventory.Naming naming = item.document();
        if (seen.contains(item.key())) {
            String path = symbol == null ? "" : symbol.path();
            return new Told(new Way(Way.Kind.RAN, path, symbol == null ? 0 : symbol.line(), false), "it ran");
        }
        Optional<Reachability> known = inventory.reachability();
        if (known.isEmpty()) {
            return new Told(null, "unknown: nothing of the code was searched");
        }
        // What documents say of a sequence comes first: it is how a host finds handlers.
        for (Flow flow : inventory.flows(item.key())) {
            Optional<Way> played = known.get().played(flow);
            if (played.isPresent()) {
                Way way = played.get();
                return new Told(
                        new Way(Way.Kind.PLAYED, way.path(), way.line(), way.onError()),
                        way.kind() == Way.Kind.RAN
                                ? "its sequence `%s` runs".formatted(flow.sequence())
                                : "its sequence `%s` is asked for at `%s:%d`"
                                        .formatted(flow.sequence(), way.path(), way.line()));
            }
        }
        if (symbol == null) {
            return new Told(null, "unknown: its function can't be told");
        }
        if (Tests.isAside(symbol.path())) {
            return new Told(null, "unknown: it lies among tests and tools, which do not run in production");
        }
        Optional<Way> way = known.get().way(symbol);
        if (way.isPresent()) {
            return new Told(way.get(), words(way.get()));
        }
        if (!known.get().isLoaded(symbol.path())) {
            return new Told(null, "no file that runs loads `%s`".formatted(symbol.path()));
        }
        if (naming == null) {
            return new Told(null, "no document names it, and no code that can run does");
        }
        return new Told(
                null,
                naming.mounted()
                        ? "nothing asks for its sequence `%s`"
                                .formatted(item.key().sequence())
                        : "no index names its document `%s`".formatted(naming.path()));
    }

    private static String words(Way way) {
        String at = "`%s:%d`".formatted(way.path(), way.line());
        return switch (way.kind()) {
            case RAN -> "it ran under another name";
            case PLAYED -> "a sequence that is asked for at %s has it".formatted(at);
            case NAMED -> "%s names it".formatted(at);
            case HANDED_ON -> "%s hands on the object that has it".formatted(at);
            case COMPUTED -> "%s may pick it by a computed name".formatted(at);
            case LOADED -> "%s may load its module by a computed name".formatted(at);
        };
    }
}
