package dev.backbeat.code.history;

import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which function of a later version a function of an earlier one has become. A function that is still at its place
/// under its name is the same. Otherwise it is sought among those that are new: the same body, or a body that is
/// similar enough, by the share of common runs of five tokens (estimated from bottom-k sketches: Broder 1997).
public final class Continuity {

    private static final int PERCENT = 100;
    /// Of a function whose file git saw renamed, or that kept its name.
    private static final int SIMILAR_WITH_A_SIGN = 50;
    private static final int SIMILAR = 70;

    private final CodeIndex earlier;
    private final CodeIndex later;
    private final Map<String, String> renamedFiles;
    private final List<Found> fresh = new ArrayList<>();

    private record Found(String path, Function function) {}

    /// What a function has become.
    ///
    /// @param similarity of the bodies, in percent
    public record Successor(Symbol symbol, int similarity) {}

    /// Compares two versions.
    ///
    /// @param renamedFiles as git sees them, old path to new path
    public Continuity(CodeIndex earlier, CodeIndex later, Map<String, String> renamedFiles) {
        this.earlier = earlier;
        this.later = later;
        this.renamedFiles = new HashMap<>(renamedFiles);
        later.files().forEach((path, facts) -> {
            Set<String> before = names(earlier, path);
            facts.functions().stream()
                    .filter(function -> !before.contains(function.qualifiedName()))
                    .forEach(function -> fresh.add(new Found(path, function)));
        });
    }

    private static Set<String> names(CodeIndex index, String path) {
        Set<String> names = new HashSet<>();
        if (index.files().containsKey(path)) {
            index.files().get(path).functions().forEach(function -> names.add(function.qualifiedName()));
        }
        return names;
    }

    /// What a function of the earlier version has become; empty where it is gone, or where two are equally likely.
    public Optional<Successor> of(Symbol symbol) {
        Optional<Function> before = function(earlier, symbol.path(), symbol.qualifiedName());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<Function> same = function(later, symbol.path(), symbol.qualifiedName());
        if (same.isPresent()) {
            return Optional.of(
                    new Successor(Symbol.of(symbol.path(), same.get()), similarity(before.get(), same.get())));
        }
        int best = -1;
        Successor successor = null;
        for (Found found : fresh) {
            int similarity = similarity(before.get(), found.function);
            boolean sign = found.function.name().equals(before.get().name())
                    || found.path.equals(symbol.path())
                    || found.path.equals(renamedFiles.get(symbol.path()));
            if (similarity < (sign ? SIMILAR_WITH_A_SIGN : SIMILAR)) {
                continue;
            }
            int score = similarity + (sign ? 1 : 0) + (found.function.name().equals(before.get().name()) ? PERCENT : 0);
            if (score == best) {
                successor = null;
            } else if (score > best) {
                best = score;
                successor = new Successor(Symbol.of(found.path, found.function), similarity);
            }
        }
        return Optional.ofNullable(successor);
    }

    private static Optional<Function> function(CodeIndex index, String path, String qualifiedName) {
        return index.files().containsKey(path)
                ? index.files().get(path).functions().stream()
                        .filter(function -> function.qualifiedName().equals(qualifiedName))
                        .findFirst()
                : Optional.empty();
    }

    /// In percent: of the smallest hashes of both together, how many both have.
    static int similarity(Function one, Function other) {
        if (one.bodyHash() == other.bodyHash()) {
            return PERCENT;
        }
        Set<Integer> first = new HashSet<>(one.shingles());
        Set<Integer> second = new HashSet<>(other.shingles());
        int size = Math.min(first.size(), second.size());
        if (size == 0) {
            return 0;
        }
        Set<Integer> union = new HashSet<>(first);
        union.addAll(second);
        int sketch = Math.max(first.size(), second.size());
        long common = union.stream()
                .sorted()
                .limit(Math.min(sketch, union.size()))
                .filter(hash -> first.contains(hash) && second.contains(hash))
                .count();
        long of = Math.min(sketch, union.size());
        return (int) Math.min(PERCENT - 1, PERCENT * common / of);
    }
}
