package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.module.Meaning;
import dev.backbeat.code.module.Modules;
import dev.backbeat.code.module.Names;
import dev.backbeat.model.CodePlace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// One version of one checkout, with what is asked of it over and over.
final class CodeVersion {

    private static final String HANDLERS = "handlers";

    private final CodeIndex index;
    private final Modules modules;
    private final Names names;
    private final Map<String, Map<String, Meaning>> handlersOfModules = new HashMap<>();

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

    /// The handler that a module offers: the entry of its exported `handlers`, or else what it exports under the
    /// handler's name.
    Meaning handler(String modulePath, String handler) {
        return handlersOfModules
                .computeIfAbsent(modulePath, path -> new HashMap<>())
                .computeIfAbsent(handler, name -> find(modulePath, name));
    }

    private Meaning find(String modulePath, String handler) {
        Meaning map = names.exported(modulePath, HANDLERS);
        Meaning entry = map instanceof Meaning.Nothing ? map : names.entry(map, handler);
        if (!(entry instanceof Meaning.Nothing)) {
            return entry;
        }
        Meaning direct = names.exported(modulePath, handler);
        if (!(direct instanceof Meaning.Nothing)) {
            return direct;
        }
        Meaning byDefault = names.entry(names.entry(names.exported(modulePath, "default"), HANDLERS), handler);
        return byDefault instanceof Meaning.Nothing ? entry : byDefault;
    }

    /// The functions that exported maps named `handlers` have under a name, by the module that exports the map.
    Map<String, Symbol> inHandlerMaps(String handler) {
        Map<String, Symbol> found = new TreeMap<>();
        index.files().forEach((path, facts) -> {
            if (facts.exports().stream().anyMatch(export -> export.exported().equals(HANDLERS))
                    && handler(path, handler) instanceof Meaning.OneFunction(Symbol symbol)) {
                found.put(path, symbol);
            }
        });
        return found;
    }

    /// The functions at the top level, and the methods, of this name outside of tests.
    List<Symbol> named(String name) {
        TreeSet<Symbol> found = new TreeSet<>(
                Comparator.comparing(Symbol::path).thenComparingInt(Symbol::line));
        index.files().forEach((path, facts) -> {
            if (!facts.tests().isEmpty() || Tests.isTest(path)) {
                return;
            }
            for (FileFacts.Function function : facts.functions()) {
                if (function.name().equals(name)) {
                    found.add(Symbol.of(path, function));
                }
            }
        });
        return List.copyOf(found);
    }

    CodePlace place(Symbol symbol) {
        return new CodePlace(
                index.checkout(), symbol.path(), symbol.line(), symbol.endLine(), index.commit().orElse(null));
    }
}
