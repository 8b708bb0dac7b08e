package dev.backbeat.mapping;

import dev.backbeat.code.Symbol;
import dev.backbeat.code.history.Continuity;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds handlers that go on under another name, or at another place, from one build to the next. Builds
/// stand in the order of their first sessions.
final class Renames {

    private Renames() {}

    /// What a build's handlers are.
    record Mapped(StoredNames.Build build, List<CodeIndex> indexes, Map<HandlerKey, HandlerMapping> mappings) {}

    static List<CodeFacts.Rename> of(List<Mapped> builds, List<Checkout> checkouts) {
        Set<CodeFacts.Rename> renames = new LinkedHashSet<>();
        for (int c = 0; c < checkouts.size(); c++) {
            Mapped before = null;
            for (Mapped after : builds) {
                // What ran at no known commit says nothing of what changed.
                Optional<String> to = after.indexes().get(c).commit();
                if (to.isEmpty()) {
                    continue;
                }
                if (before != null && !before.indexes().get(c).commit().equals(to)) {
                    renames.addAll(between(before, after, c, checkouts.get(c)));
                }
                before = after;
            }
        }
        return List.copyOf(renames);
    }

    private static List<CodeFacts.Rename> between(Mapped before, Mapped after, int number, Checkout checkout) {
        CodeIndex earlier = before.indexes().get(number);
        CodeIndex later = after.indexes().get(number);
        if (checkout.isBefore(later.commit().orElseThrow(), earlier.commit().orElseThrow())) {
            // The older code was recorded later.
            return between(after, before, number, checkout);
        }
        Map<String, String> files = checkout.renamedFiles(
                earlier.commit().orElseThrow(), later.commit().orElseThrow());
        return between(before, after, new Continuity(earlier, later, files), earlier, later);
    }

    private static List<CodeFacts.Rename> between(
            Mapped before, Mapped after, Continuity continuity, CodeIndex earlier, CodeIndex later) {
        List<CodeFacts.Rename> renames = new ArrayList<>();
        before.mappings().forEach((key, mapping) -> {
            HandlerMapping.Found found = mapping.found();
            if (found == null || !isOf(found.place(), earlier)) {
                return;
            }
            Optional<Continuity.Successor> successor = continuity.of(found.symbol());
            if (successor.isEmpty()) {
                return;
            }
            Symbol now = successor.get().symbol();
            goesOnAs(key, before, after, later, now).ifPresent(next -> {
                boolean renamed = !next.equals(key);
                if (renamed || !found.symbol().path().equals(now.path())) {
                    renames.add(row(
                            key,
                            next,
                            found,
                            now,
                            later,
                            renamed,
                            successor.get().similarity()));
                }
            });
        });
        return renames;
    }

    /// Under its own name where that means the same function, or else as the new handler of its sequence that
    /// does.
    private static Optional<HandlerKey> goesOnAs(
            HandlerKey key, Mapped before, Mapped after, CodeIndex later, Symbol now) {
        if (isAt(after.mappings().get(key), later, now)) {
            return Optional.of(key);
        }
        return after.mappings().entrySet().stream()
                .filter(entry -> entry.getKey().plugin().equals(key.plugin())
                        && entry.getKey().sequence().equals(key.sequence())
                        && !before.mappings().containsKey(entry.getKey())
                        && isAt(entry.getValue(), later, now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static CodeFacts.Rename row(
            HandlerKey from,
            HandlerKey to,
            HandlerMapping.Found found,
            Symbol now,
            CodeIndex later,
            boolean renamed,
            int similarity) {
        String fromCommit = found.place().commit();
        return new CodeFacts.Rename(
                from.plugin(),
                from.sequence(),
                from.handler(),
                to.handler(),
                fromCommit == null ? "" : fromCommit,
                later.commit().orElse(""),
                found.symbol().path(),
                found.symbol().line(),
                now.path(),
                now.line(),
                renamed ? "renamed" : "moved",
                similarity);
    }

    private static boolean isAt(@Nullable HandlerMapping mapping, CodeIndex index, Symbol symbol) {
        HandlerMapping.Found found = mapping == null ? null : mapping.found();
        return found != null
                && isOf(found.place(), index)
                && found.symbol().path().equals(symbol.path())
                && found.symbol().qualifiedName().equals(symbol.qualifiedName());
    }

    private static boolean isOf(CodePlace place, CodeIndex index) {
        return place.checkout().equals(index.checkout())
                && Optional.ofNullable(place.commit()).equals(index.commit());
    }
}
