package dev.backbeat.code.treesitter.draft;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Call;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.FileFacts.StateAccess;
import dev.backbeat.code.FileFacts.TestCase;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The facts of a file as far as they are known.
public final class Draft {

    private final List<Function> functions = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Placed<Call>> calls = new ArrayList<>();
    private final List<Placed<StateAccess>> stateAccesses = new ArrayList<>();
    private final List<TestCase> tests = new ArrayList<>();

    private record Placed<T>(int offset, T fact) {}

    /// A function; in the order of their start.
    public void add(Function function) {
        functions.add(function);
    }

    /// An import.
    public void add(Import taken) {
        imports.add(taken);
    }

    /// An export.
    public void add(Export offered) {
        exports.add(offered);
    }

    /// A binding.
    public void add(Binding binding) {
        bindings.add(binding);
    }

    /// A test case.
    public void add(TestCase test) {
        tests.add(test);
    }

    /// A call.
    ///
    /// @param offset by which calls are ordered
    public void add(Call call, int offset) {
        calls.add(new Placed<>(offset, call));
    }

    /// A read or a write.
    ///
    /// @param offset by which they are ordered
    public void add(StateAccess access, int offset) {
        stateAccesses.add(new Placed<>(offset, access));
    }

    /// Replaces an object without entries that has the same name.
    public void fill(Binding binding) {
        bindings.removeIf(other -> other.local().equals(binding.local())
                && other.alias() == null
                && other.entries().isEmpty());
        bindings.add(binding);
    }

    /// The facts.
    public FileFacts facts(String language, String packageName, SyntaxTree tree) {
        return new FileFacts(
                language,
                tree.lines(),
                tree.syntaxErrors(),
                tree.firstErrorLine(),
                packageName,
                functions,
                imports,
                exports,
                bindings,
                ordered(calls),
                ordered(stateAccesses),
                tests);
    }

    private static <T> List<T> ordered(List<Placed<T>> placed) {
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::offset))
                .map(Placed::fact)
                .toList();
    }
}
