package dev.backbeat.code.history;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which function of a later version a function of an earlier one has become. A function that is still at its
/// place under its name is the same. Otherwise it is sought among those that are new: the same body, or a
/// body that is similar enough, by the share of common runs of five tokens (estimated from bottom-k sketches:
/// Broder 1997).
public final class Continuity {

    private static final int PERCENT = 100;
    /// Of a function whose file git saw renamed, or that kept its name.
    private static final int SIMILAR_WITH_A_SIGN = 50;
    private static final int SIMILAR = 70;
    /// A body with fewer runs of five tokens, such as `return true`, is like many others.
    private static final int TELLING = 4;
    /// How many hashes a sketch holds at most.
    private static final int SKETCH = 64;

    private final CodeIndex earlier;
    private final CodeIndex later;
    private final Map<String, String> renamedFiles;
    private final List<Found> fresh = new ArrayList<>();
    private final Map<Long, List<Found>> byBody = new HashMap<>();
    private final Map<Integer, List<Found>> byShingle = new HashMap<>();

    private record Found(int number, String path, Function function) {}

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
            FileFacts before = earlier.files().get(path);
            if (before == facts) {
                return;
            }
            Set<String> names = new HashSet<>();
            if (before != null) {
                before.functions().forEach(function -> names.add(function.qualifiedName()));
            }
            facts.functions().stream()
                    .filter(function -> !names.contains(function.qualifiedName()))
                    .forEach(function -> fresh.add(new Found(fresh.size(), path, function)));
        });
        for (Found found : fresh) {
            Function function = found.function;
            byBody.computeIfAbsent(bodyKey(function), hash -> new ArrayList<>()).add(found);
            for (int shingle : Set.copyOf(function.shingles())) {
                byShingle.computeIfAbsent(shingle, hash -> new ArrayList<>()).add(found);
            }
        }
    }

    /// What a function of the earlier version has become; empty where it is gone, or where two are equally
    /// likely.
    public Optional<Successor> of(Symbol symbol) {
        Optional<Function> before = function(earlier, symbol.path(), symbol.qualifiedName(), symbol.bodyHash());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<Function> same = function(later, symbol.path(), symbol.qualifiedName(), symbol.bodyHash());
        if (same.isPresent()) {
            return Optional.of(
                    new Successor(Symbol.of(symbol.path(), same.get()), similarity(before.get(), same.get())));
        }
        int best = -1;
        Successor successor = null;
        for (Found found : candidates(before.get())) {
            int similarity = similarity(before.get(), found.function);
            int score = score(symbol.path(), before.get(), found, similarity);
            if (score < 0) {
                continue;
            }
            if (score == best) {
                successor = null;
            } else if (score > best) {
                best = score;
                successor = new Successor(Symbol.of(found.path, found.function), similarity);
            }
        }
        return Optional.ofNullable(successor);
    }

    /// Those that may be similar enough, in the order of their places. Half of a function's hashes have to be
    /// the other's, too, so one of its rarest half and one more has to be: what all functions begin with is
    /// not looked at.
    private List<Found> candidates(Function function) {
        TreeSet<Integer> numbers = new TreeSet<>();
        List<Integer> shingles = function.shingles().stream().distinct().toList();
        int needed = (shingles.size() * SIMILAR_WITH_A_SIGN + PERCENT - 1) / PERCENT;
        shingles.stream()
                .map(shingle -> byShingle.getOrDefault(shingle, List.of()))
                .sorted(Comparator.comparingInt(List::size))
                .limit(shingles.size() - needed + 1L)
                .forEach(list -> list.forEach(found -> numbers.add(found.number)));
        byBody.getOrDefault(bodyKey(function), List.of()).forEach(found -> numbers.add(found.number));
        return numbers.stream().map(fresh::get).toList();
    }

    private static boolean isTelling(Function function) {
        return function.shingles().size() >= TELLING;
    }

    /// A body that many have counts only with its name.
    private static long bodyKey(Function function) {
        return isTelling(function) ? function.bodyHash() : Objects.hash(function.bodyHash(), function.name());
    }

    /// How likely one has become the other; negative where that can't be said.
    private int score(String path, Function before, Found found, int similarity) {
        boolean sameName = found.function.name().equals(before.name());
        boolean sign = sameName || found.path.equals(path) || found.path.equals(renamedFiles.get(path));
        boolean telling = isTelling(before);
        if (similarity < (sign ? SIMILAR_WITH_A_SIGN : SIMILAR) || !(telling || sameName)) {
            return -1;
        }
        boolean sameBody = telling && similarity == PERCENT;
        return similarity + (sign ? 1 : 0) + (sameName ? PERCENT : 0) + (sameBody ? PERCENT : 0);
    }

    private static Optional<Function> function(CodeIndex index, String path, String qualifiedName, long bodyHash) {
        FileFacts facts = index.files().get(path);
        if (facts == null) {
            return Optional.empty();
        }
        // Overloads share a name.
        List<Function> named = facts.functions().stream()
                .filter(function -> function.qualifiedName().equals(qualifiedName))
                .toList();
        return named.stream()
                .filter(function -> function.bodyHash() == bodyHash)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /// In percent: of the smallest hashes of both together, how many both have.
    static int similarity(Function one, Function other) {
        if (one.bodyHash() == other.bodyHash()) {
            return PERCENT;
        }
        Set<Integer> first = new TreeSet<>(one.shingles());
        Set<Integer> second = new HashSet<>(other.shingles());
        TreeSet<Integer> union = new TreeSet<>(first);
        union.addAll(second);
        // Sketches that are not full hold all there is.
        long of = first.size() < SKETCH && second.size() < SKETCH ? union.size() : Math.min(SKETCH, union.size());
        if (of == 0) {
            return 0;
        }
        long common = union.stream()
                .limit(of)
                .filter(hash -> first.contains(hash) && second.contains(hash))
                .count();
        return (int) Math.min(PERCENT - 1, PERCENT * common / of);
    }
}
