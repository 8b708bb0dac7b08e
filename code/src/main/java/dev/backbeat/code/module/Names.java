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

/// From an exported name to the function that it means, through imports, re-exports, aliases and objects, as the
/// language binds names. What only running code could tell is not guessed.
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

    private Meaning exported(String path, String name, Set<String> seen) {
        FileFacts facts = files.get(path);
        if (facts == null) {
            return new Meaning.Nothing("`%s` is not indexed".formatted(path), false);
        }
        if (!seen.add(path + "\0" + name)) {
            return new Meaning.Nothing("`%s` of `%s` is exported in a circle".formatted(name, path), false);
        }
        List<String> reasons = new ArrayList<>();
        Set<Symbol> several = new LinkedHashSet<>();
        Meaning fallback = null;
        for (Export export : facts.exports()) {
            if (export.typeOnly() || !(export.exported().equals(name) || export.exported().equals(ALL))) {
                continue;
            }
            Meaning meaning = one(path, facts, export, name, seen);
            if (export.exported().equals(name) && !(meaning instanceof Meaning.Nothing)) {
                return meaning;
            }
            switch (meaning) {
                case Meaning.Nothing(String reason, boolean certain) -> {
                    if (!certain) {
                        reasons.add(reason);
                    }
                }
                case Meaning.OneFunction(Symbol symbol) -> several.add(symbol);
                default -> {}
            }
            fallback = meaning instanceof Meaning.Nothing ? fallback : meaning;
        }
        if (several.size() > 1) {
            return new Meaning.Several(List.copyOf(several));
        }
        return fallback != null
                ? fallback
                : new Meaning.Nothing(
                        reasons.isEmpty()
                                ? "`%s` does not export `%s`".formatted(path, name)
                                : reasons.getFirst(), reasons.isEmpty());
    }

    private Meaning one(String path, FileFacts facts, Export export, String name, Set<String> seen) {
        boolean all = export.exported().equals(ALL);
        String specifier = export.specifier();
        if (specifier != null) {
            Optional<String> target = modules.file(path, specifier);
            if (target.isEmpty()) {
                return new Meaning.Nothing("module `%s`, which `%s` re-exports, is not in the checkout"
                        .formatted(specifier, path), false);
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
                .filter(function -> function.name().equals(name) && function.qualifiedName().equals(name))
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
                    return new Meaning.Nothing("module `%s`, which `%s` imports, is not in the checkout"
                            .formatted(taken.specifier(), path), false);
                }
                return taken.imported().equals(ALL)
                        ? new Meaning.Namespace(target.get())
                        : exported(target.get(), taken.imported(), seen);
            }
        }
        return new Meaning.Nothing("what `%s` means in `%s` only running code can tell".formatted(name, path), false);
    }

    private Meaning entry(Meaning of, String key, Set<String> seen) {
        return switch (of) {
            case Meaning.Namespace(String path) -> exported(path, key, seen);
            case Meaning.OneObject(String path, Binding binding) -> ofObject(path, binding, key, seen);
            case Meaning.OneFunction(Symbol symbol) ->
                new Meaning.Nothing("`%s` is a function and no object".formatted(symbol), true);
            case Meaning.Several several -> several;
            case Meaning.Nothing nothing -> nothing;
        };
    }

    /// The last entry of a key counts, and a spread gives all its entries.
    private Meaning ofObject(String path, Binding binding, String key, Set<String> seen) {
        FileFacts facts = files.get(path);
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
            Meaning meaning =
                    switch (entry.kind()) {
                        case FUNCTION -> function(path, facts, entry.target());
                        case REFERENCE -> local(path, facts, entry.target(), seen);
                        case SPREAD -> entry(local(path, facts, entry.target(), new HashSet<>(seen)), key, seen);
                        case OTHER ->
                            new Meaning.Nothing("`%s:%d` makes `%s` with a call, so only running code can tell"
                                    .formatted(path, entry.line(), key), false);
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
                        : unknown.getFirst(), unknown.isEmpty());
    }

    private static Meaning function(String path, FileFacts facts, String qualifiedName) {
        return facts.functions().stream()
                .filter(function -> function.qualifiedName().equals(qualifiedName))
                .reduce((first, last) -> last)
                .<Meaning>map(function -> new Meaning.OneFunction(Symbol.of(path, function)))
                .orElseGet(() -> new Meaning.Nothing("`%s` of `%s` is not indexed".formatted(qualifiedName, path), false));
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
                    if (!export.exported().equals(ALL)) {
                        keys.add(export.exported());
                    } else if (specifier != null) {
                        modules.file(path, specifier)
                                .ifPresent(target -> collectKeys(new Meaning.Namespace(target), keys, seen));
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
