package dev.backbeat.code.module;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From an exported name to the function that it means, through imports, re-exports, aliases and objects, as
/// the language binds names. What only running code could tell is not guessed.
public final class Names {

    private static final String ALL = "*";
    private static final String DEFAULT = "default";

    private final Map<String, FileFacts> files;
    private final Modules modules;

    /// The names of an index.
    public Names(CodeIndex index, Modules modules) {
        this.files = index.files();
        this.modules = modules;
    }

    /// What a file exports under a name.
    public Meaning exported(String path, String name) {
        return exported(path, name, new HashSet<>());
    }

    /// What a name means at the top level of a file, also one that it imports; a dotted one is followed entry
    /// by entry.
    public Meaning local(String path, String name) {
        FileFacts facts = files.get(path);
        return facts == null
                ? new Meaning.Nothing("`%s` is not indexed".formatted(path), false)
                : local(path, facts, name, new HashSet<>());
    }

    /// What an entry of what a name means is; for a module, what it exports.
    public Meaning entry(Meaning of, String key) {
        return entry(of, key, new HashSet<>());
    }

    /// The keys that can be told of an object or a module, in order.
    public List<String> keys(Meaning of) {
        Set<String> keys = new LinkedHashSet<>();
        collectKeys(of, keys, new HashSet<>());
        return List.copyOf(keys);
    }

    /// The text that a constant of a file stands for, such as `ADDED` or `TOPICS.ADDED`; empty where it
    /// stands for anything else, or only running code can tell.
    public Optional<String> text(String path, String name) {
        FileFacts facts = files.get(path);
        if (facts == null) {
            return Optional.empty();
        }
        Optional<String> whole = text(local(path, facts, name, new HashSet<>()), "");
        int dot = name.lastIndexOf('.');
        return whole.isPresent() || dot <= 0
                ? whole
                : text(local(path, facts, name.substring(0, dot), new HashSet<>()), name.substring(dot + 1));
    }

    /// The last entry of a key counts.
    private static Optional<String> text(Meaning of, String key) {
        return of instanceof Meaning.OneObject object
                ? object.binding().entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .reduce((first, last) -> last)
                        .filter(entry -> entry.kind() == FileFacts.EntryKind.TEXT)
                        .map(Entry::target)
                : Optional.empty();
    }

    private Meaning exported(String path, String name, Set<String> seen) {
        FileFacts facts = files.get(path);
        if (facts == null) {
            return new Meaning.Nothing("`%s` is not indexed".formatted(path), false);
        }
        if (!seen.add(path + "\0" + name)) {
            // On the way back to where it began, or on a second way to what was looked at already: nothing more.
            return new Meaning.Nothing("`%s` of `%s` is exported in a circle".formatted(name, path), true);
        }
        Set<Meaning> found = new LinkedHashSet<>();
        for (Export export : facts.exports().reversed()) {
            if (!export.typeOnly() && export.exported().equals(name) && !name.equals(ALL)) {
                // What is exported by its name hides what other modules export under it; of two the last one counts.
                return one(path, facts, export, name, seen);
            }
        }
        List<String> reasons = new ArrayList<>();
        for (Export export : facts.exports()) {
            if (export.typeOnly() || !export.exported().equals(ALL)) {
                continue;
            }
            switch (one(path, facts, export, name, seen)) {
                case Meaning.Nothing(String reason, boolean certain) -> {
                    if (!certain) {
                        reasons.add(reason);
                    }
                }
                case Meaning meaning -> found.add(meaning);
            }
        }
        if (found.isEmpty()) {
            return reasons.isEmpty()
                    ? new Meaning.Nothing("`%s` does not export `%s`".formatted(path, name), true)
                    : new Meaning.Nothing(reasons.getFirst(), false);
        }
        return found.size() == 1 ? found.iterator().next() : several(path, name, found);
    }

    private static Meaning several(String path, String name, Set<Meaning> found) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (Meaning meaning : found) {
            switch (meaning) {
                case Meaning.OneFunction(Symbol symbol) -> symbols.add(symbol);
                case Meaning.Several(List<Symbol> more) -> symbols.addAll(more);
                default -> {
                    return new Meaning.Nothing(
                            "`%s` re-exports `%s` from several modules".formatted(path, name), false);
                }
            }
        }
        return new Meaning.Several(List.copyOf(symbols));
    }

    private Meaning one(String path, FileFacts facts, Export export, String name, Set<String> seen) {
        boolean all = export.exported().equals(ALL);
        String specifier = export.specifier();
        if (specifier != null) {
            Optional<String> target = modules.file(path, specifier);
            if (target.isEmpty()) {
                return new Meaning.Nothing(
                        "module `%s`, which `%s` re-exports, is not in the checkout".formatted(specifier, path), false);
            }
            if (all) {
                // `export *` leaves out the default.
                return name.equals(DEFAULT)
                        ? new Meaning.Nothing("`%s` does not export `default`".formatted(path), true)
                        : exported(target.get(), name, seen);
            }
            return export.local().equals(ALL)
                    ? new Meaning.Namespace(target.get())
                    : exported(target.get(), export.local(), seen);
        }
        if (all) {
            // `module.exports = x` exports the entries of x.
            Meaning whole = local(path, facts, export.local(), seen);
            return name.equals(DEFAULT) ? whole : entry(whole, name, seen);
        }
        return local(path, facts, export.local(), seen);
    }

    /// What a name means at the top level of a file; a dotted one is followed entry by entry.
    private Meaning local(String path, FileFacts facts, String name, Set<String> seen) {
        int dot = name.indexOf('.');
        String head = dot < 0 ? name : name.substring(0, dot);
        Meaning meaning = simple(path, facts, head, seen);
        String rest = dot < 0 ? "" : name.substring(dot + 1);
        while (!rest.isEmpty()) {
            int next = rest.indexOf('.');
            meaning = entry(meaning, next < 0 ? rest : rest.substring(0, next), seen);
            rest = next < 0 ? "" : rest.substring(next + 1);
        }
        return meaning;
    }

    private Meaning simple(String path, FileFacts facts, String name, Set<String> seen) {
        List<Symbol> functions = facts.functions().stream()
                .filter(Function::topLevel)
                .filter(function ->
                        function.name().equals(name) && function.qualifiedName().equals(name))
                .map(function -> Symbol.of(path, function))
                .toList();
        if (!functions.isEmpty()) {
            // Of two declarations of one name the last one counts.
            return new Meaning.OneFunction(functions.getLast());
        }
        for (Binding binding : facts.bindings()) {
            if (binding.local().equals(name)) {
                String alias = binding.alias();
                if (alias == null) {
                    return new Meaning.OneObject(path, binding);
                }
                return seen.add(path + "\1" + name)
                        ? local(path, facts, alias, seen)
                        : new Meaning.Nothing("`%s` of `%s` stands for itself".formatted(name, path), false);
            }
        }
        for (Import taken : facts.imports()) {
            if (taken.local().equals(name) && !taken.typeOnly()) {
                Optional<String> target = modules.file(path, taken.specifier());
                if (target.isEmpty()) {
                    return new Meaning.Nothing(
                            "module `%s`, which `%s` imports, is not in the checkout"
                                    .formatted(taken.specifier(), path),
                            false);
                }
                return taken.imported().equals(ALL)
                        ? whole(target.get(), seen)
                        : exported(target.get(), taken.imported(), seen);
            }
        }
        return new Meaning.Nothing("what `%s` means in `%s` only running code can tell".formatted(name, path), false);
    }

    /// A module as a whole: all that it exports, or the function that `module.exports = f` makes of it.
    private Meaning whole(String path, Set<String> seen) {
        FileFacts facts = files.get(path);
        if (facts != null) {
            for (Export export : facts.exports().reversed()) {
                if (export.exported().equals(ALL)
                        && export.specifier() == null
                        && seen.add(path + "\3")
                        && local(path, facts, export.local(), seen) instanceof Meaning.OneFunction function) {
                    return function;
                }
            }
        }
        return new Meaning.Namespace(path);
    }

    private Meaning entry(Meaning of, String key, Set<String> seen) {
        return switch (of) {
            case Meaning.Namespace(String path) -> exported(path, key, seen);
            case Meaning.OneObject(String path, Binding binding) -> ofObject(path, binding, key, seen);
            case Meaning.OneFunction(Symbol symbol) ->
                new Meaning.Nothing("`%s` is a function and no object".formatted(symbol), true);
            case Meaning.Several several ->
                new Meaning.Nothing("`%s` is to be found in one of several".formatted(key), false);
            case Meaning.Nothing nothing -> nothing;
        };
    }

    /// The last entry of a key counts, and a spread gives all its entries.
    private Meaning ofObject(String path, Binding binding, String key, Set<String> seen) {
        FileFacts facts = files.get(path);
        if (!seen.add(path + "\2" + binding.local() + "\2" + key)) {
            return new Meaning.Nothing("`%s` of `%s` holds itself".formatted(binding.local(), path), false);
        }
        List<String> unknown = new ArrayList<>();
        for (Entry entry : binding.entries().reversed()) {
            boolean spread = entry.kind() == FileFacts.EntryKind.SPREAD;
            if (facts == null || !(spread || entry.key().equals(key))) {
                continue;
            }
            if (!unknown.isEmpty()) {
                // A later spread that can't be told may replace this one.
                break;
            }
            Meaning meaning = switch (entry.kind()) {
                case FUNCTION -> function(path, facts, entry.target());
                case REFERENCE -> local(path, facts, entry.target(), seen);
                case SPREAD -> spread(path, facts, entry.target(), key, new HashSet<>(seen));
                case OTHER ->
                    new Meaning.Nothing(
                            "`%s:%d` makes `%s` with a call, so only running code can tell"
                                    .formatted(path, entry.line(), key),
                            false);
                case TEXT -> new Meaning.Nothing("`%s:%d` makes `%s` a text".formatted(path, entry.line(), key), false);
            };
            if (!spread) {
                return meaning;
            }
            if (meaning instanceof Meaning.Nothing(String reason, boolean certain)) {
                if (!certain) {
                    unknown.add(reason);
                }
            } else {
                return meaning;
            }
        }
        return new Meaning.Nothing(
                unknown.isEmpty()
                        ? "`%s` of `%s` has no entry `%s`".formatted(binding.local(), path, key)
                        : unknown.getFirst(),
                unknown.isEmpty());
    }

    private Meaning spread(String path, FileFacts facts, String target, String key, Set<String> seen) {
        return entry(local(path, facts, target, seen), key, seen);
    }

    private static Meaning function(String path, FileFacts facts, String qualifiedName) {
        return facts.functions().stream()
                .filter(function -> function.qualifiedName().equals(qualifiedName))
                .reduce((first, last) -> last)
                .<Meaning>map(function -> new Meaning.OneFunction(Symbol.of(path, function)))
                .orElseGet(
                        () -> new Meaning.Nothing("`%s` of `%s` is not indexed".formatted(qualifiedName, path), false));
    }

    private void collectKeys(Meaning of, Set<String> keys, Set<String> seen) {
        switch (of) {
            case Meaning.Namespace(String path) -> {
                FileFacts facts = files.get(path);
                if (facts == null || !seen.add(path)) {
                    return;
                }
                for (Export export : facts.exports()) {
                    String specifier = export.specifier();
                    if (export.typeOnly()) {
                        continue;
                    }
                    if (!export.exported().equals(ALL)) {
                        keys.add(export.exported());
                    } else if (specifier != null) {
                        Set<String> more = new LinkedHashSet<>();
                        modules.file(path, specifier)
                                .ifPresent(target -> collectKeys(new Meaning.Namespace(target), more, seen));
                        more.remove(DEFAULT);
                        keys.addAll(more);
                    } else {
                        collectKeys(local(path, facts, export.local(), new HashSet<>()), keys, seen);
                    }
                }
            }
            case Meaning.OneObject(String path, Binding binding) -> {
                FileFacts facts = files.get(path);
                if (facts == null || !seen.add(path + "\0" + binding.local())) {
                    return;
                }
                for (Entry entry : binding.entries()) {
                    if (entry.kind() == FileFacts.EntryKind.SPREAD) {
                        collectKeys(local(path, facts, entry.target(), new HashSet<>()), keys, seen);
                    } else {
                        keys.add(entry.key());
                    }
                }
            }
            default -> {}
        }
    }
}
