package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.module.Meaning;
import dev.backbeat.code.module.Modules;
import dev.backbeat.code.module.Names;
import dev.backbeat.model.CodePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One version of one checkout, with what is asked of it over and over.
final class CodeVersion {

    private static final String HANDLERS = "handlers";

    private final CodeIndex index;
    private final Modules modules;
    private final Names names;
    private final Map<String, Map<String, Meaning>> handlersOfModules = new HashMap<>();
    private @Nullable Map<String, Map<String, Meaning>> handlerMaps;
    private @Nullable Map<String, List<Symbol>> named;

    /// What exported maps named `handlers` have under a name.
    ///
    /// @param functions the functions, by the module that exports the map
    /// @param untold why that can't be told of a map that has it
    record InMaps(Map<String, Symbol> functions, List<String> untold) {}

    CodeVersion(CodeIndex index) {
        this.index = index;
        this.modules = new Modules(index);
        this.names = new Names(index, modules);
    }

    CodeIndex index() {
        return index;
    }

    /// The file that a module's name means in a document of this checkout.
    Optional<String> module(String from, String specifier) {
        return modules.file(from, specifier);
    }

    /// The modules that a file imports or re-exports, by the names it has for them.
    List<String> specifiers(String path) {
        FileFacts facts = index.files().get(path);
        return facts == null
                ? List.of()
                : Stream.concat(
                                facts.imports().stream()
                                        .filter(taken -> !taken.typeOnly())
                                        .map(FileFacts.Import::specifier),
                                facts.exports().stream()
                                        .filter(export -> !export.typeOnly())
                                        .flatMap(export -> Stream.ofNullable(export.specifier())))
                        .distinct()
                        .toList();
    }

    /// The text that a constant of a file stands for; absent where that can't be told.
    @Nullable
    String text(String path, @Nullable String name) {
        return name == null ? null : names.text(path, name).orElse(null);
    }

    /// The handler that a module offers: the entry of its exported `handlers`, or else what it exports under
    /// the handler's name.
    Meaning handler(String modulePath, String handler) {
        return handlersOfModules
                .computeIfAbsent(modulePath, path -> new HashMap<>())
                .computeIfAbsent(handler, name -> find(modulePath, name));
    }

    private Meaning find(String modulePath, String handler) {
        Meaning map = names.exported(modulePath, HANDLERS);
        Meaning entry = map instanceof Meaning.Nothing ? map : names.entry(map, handler);
        boolean mayHaveIt = !(map instanceof Meaning.Nothing)
                && !(entry instanceof Meaning.Nothing(String ignored, boolean certain) && certain);
        if (mayHaveIt) {
            return entry;
        }
        Meaning direct = names.exported(modulePath, handler);
        if (!(direct instanceof Meaning.Nothing)) {
            return direct;
        }
        Meaning byDefault = names.entry(names.entry(names.exported(modulePath, "default"), HANDLERS), handler);
        return byDefault instanceof Meaning.Nothing ? entry : byDefault;
    }

    /// What exported maps named `handlers` have under a name, outside of tests.
    InMaps inHandlerMaps(String handler) {
        Map<String, Symbol> functions = new TreeMap<>();
        List<String> untold = new ArrayList<>();
        handlerMaps().getOrDefault(handler, Map.of()).forEach((path, map) -> {
            switch (names.entry(map, handler)) {
                case Meaning.OneFunction(Symbol symbol) -> functions.put(path, symbol);
                case Meaning.Nothing(String reason, boolean certain) -> {
                    if (!certain) {
                        untold.add(reason);
                    }
                }
                default -> untold.add("`%s` of `%s` is no single function".formatted(handler, path));
            }
        });
        return new InMaps(functions, untold);
    }

    /// The maps by the names they have, and each by its module.
    private Map<String, Map<String, Meaning>> handlerMaps() {
        Map<String, Map<String, Meaning>> known = handlerMaps;
        if (known == null) {
            known = new HashMap<>();
            for (var file : index.files().entrySet()) {
                boolean mayExport = file.getValue().exports().stream()
                        .anyMatch(export -> export.exported().equals(HANDLERS)
                                || (export.exported().equals("*") && export.specifier() == null));
                if (mayExport && !Tests.isTest(file.getKey())) {
                    Meaning map = names.exported(file.getKey(), HANDLERS);
                    for (String name : names.keys(map)) {
                        known.computeIfAbsent(name, key -> new TreeMap<>()).put(file.getKey(), map);
                    }
                }
            }
            handlerMaps = known;
        }
        return known;
    }

    /// A function that a module offers to be mounted: an entry of an exported `handlers`, or an export
    /// beside it.
    ///
    /// @param isEntry whether it is an entry
    record Offered(String name, Symbol symbol, boolean isEntry) {}

    /// All functions that modules with exported maps named `handlers` offer, each once, in the order of
    /// files.
    List<Offered> offered() {
        Map<Symbol, Offered> found = new LinkedHashMap<>();
        Set<String> modulesWithMaps = new TreeSet<>();
        new TreeMap<>(handlerMaps())
                .forEach((name, maps) -> maps.forEach((path, map) -> {
                    modulesWithMaps.add(path);
                    if (names.entry(map, name) instanceof Meaning.OneFunction(Symbol symbol)) {
                        found.putIfAbsent(symbol, new Offered(name, symbol, true));
                    }
                }));
        for (String path : modulesWithMaps) {
            for (FileFacts.Export export :
                    Objects.requireNonNull(index.files().get(path)).exports()) {
                boolean own = export.specifier() == null && !export.typeOnly();
                if (own
                        && names.exported(path, export.exported()) instanceof Meaning.OneFunction(Symbol symbol)
                        && symbol.path().equals(path)) {
                    found.putIfAbsent(symbol, new Offered(export.exported(), symbol, false));
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Offered one) -> one.symbol().path())
                        .thenComparing(one -> one.symbol().line()))
                .toList();
    }

    /// The functions of this name outside of tests, by path and line.
    List<Symbol> named(String name) {
        Map<String, List<Symbol>> known = named;
        if (known == null) {
            Map<String, List<Symbol>> fresh = new HashMap<>();
            index.files().forEach((path, facts) -> {
                if (facts.tests().isEmpty() && !Tests.isTest(path)) {
                    facts.functions()
                            .forEach(function -> fresh.computeIfAbsent(function.name(), key -> new ArrayList<>())
                                    .add(Symbol.of(path, function)));
                }
            });
            known = fresh;
            named = known;
        }
        return known.getOrDefault(name, List.of()).stream().distinct().toList();
    }

    CodePlace place(Symbol symbol) {
        return new CodePlace(
                index.checkout(),
                symbol.path(),
                symbol.line(),
                symbol.endLine(),
                index.commit().orElse(null));
    }
}
