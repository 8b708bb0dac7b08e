package dev.backbeat.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one source file says, without looking at any other file. The same bytes give the same facts wherever
/// the file lies, so they are cached by content. All lines count from 1.
///
/// @param language the [Language#id] that read it
/// @param lines how many lines it has
/// @param syntaxErrors how many stretches could not be parsed
/// @param firstErrorLine the line of the first of them; 0 where there is none
/// @param packageName the package it declares (Java), empty where the language has none
/// @param functions functions, methods and constructors, in the order of their start
/// @param imports what it takes from other modules, one entry for each name
/// @param exports what it offers to other modules, one entry for each name
/// @param bindings what names at the top level stand for, where that is not a function of [#functions]
/// @param calls calls that subscribe, publish or play, in order
/// @param stateAccesses reads and writes of keys of the data handed from beat to beat, in order
/// @param tests test cases, in order
public record FileFacts(
        String language,
        int lines,
        int syntaxErrors,
        int firstErrorLine,
        String packageName,
        List<Function> functions,
        List<Import> imports,
        List<Export> exports,
        List<Binding> bindings,
        List<Call> calls,
        List<StateAccess> stateAccesses,
        List<TestCase> tests) {

    /// Copies.
    public FileFacts {
        functions = List.copyOf(functions);
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
        bindings = List.copyOf(bindings);
        calls = List.copyOf(calls);
        stateAccesses = List.copyOf(stateAccesses);
        tests = List.copyOf(tests);
    }

    /// A function, a method or a constructor.
    ///
    /// @param name its own name; of an arrow function or function expression the name that it is assigned to
    ///     or the key that it stands under
    /// @param qualifiedName within the file, outer names first, joined by `.`, such as `handlers.createNode`,
    ///     `CartView.render`; in Java with the package, such as `org.acme.CartService.add`
    /// @param kind what it is
    /// @param line where its name stands: for `const f = () => …` the line of `f`, for a method the line of
    ///     its name (not of its annotations or comments)
    /// @param endLine its last line
    /// @param topLevel whether it stands at the top level of the module and can be meant by its name there
    /// @param parameters the names of its parameters; a pattern such as `{a, b}` as it is written, at most 80
    ///     characters
    /// @param bodyHash 64 bits of a hash of its parameters and body without comments and white space and
    ///     without its own name, so that a function that moved or was renamed keeps it
    /// @param shingles up to 64 smallest 32-bit hashes of runs of five tokens of its body, ascending: the
    ///     bottom-k sketch of Broder (1997), from which the similarity of two functions is estimated
    public record Function(
            String name,
            String qualifiedName,
            FunctionKind kind,
            int line,
            int endLine,
            boolean topLevel,
            List<String> parameters,
            long bodyHash,
            List<Integer> shingles) {

        /// Copies.
        public Function {
            parameters = List.copyOf(parameters);
            shingles = Sketch.copyOf(shingles);
        }
    }

    /// What a function is.
    public enum FunctionKind {
        /// A function with a name.
        FUNCTION,
        /// An arrow function, function expression or lambda that something is named after.
        ARROW,
        /// A method of a class or an object.
        METHOD,
        /// A constructor.
        CONSTRUCTOR
    }

    /// A name taken from another module. `import x from "m"` imports `default`, `import * as x from "m"`
    /// imports `*`, `import "m"` imports `` under no local name; `require("m")` imports `*`;
    /// `const {a: b} = require("m")` imports `a` as `b`; a dynamic `import("m")` imports `*` and is
    /// `dynamic`. In Java `import org.acme.Cart` imports `Cart` from `org.acme`.
    ///
    /// @param typeOnly whether it is erased when compiled (`import type`)
    public record Import(
            String specifier, String imported, String local, boolean typeOnly, boolean dynamic, int line) {}

    /// A name offered to other modules. `export { a as b }` exports `b`, local `a`;
    /// `export { a as b } from "m"` exports `b` with local `a` and specifier `m`; `export * from "m"` exports
    /// `*`, local `*`; `export * as n from "m"` exports `n`, local `*`; `export default f` exports `default`,
    /// local `f`; `export function f` exports `f`, local `f`; `module.exports = x` exports `*`, local `x`,
    /// and `exports.a = b` exports `a`, local `b`. An expression without a name that is exported
    /// (`export default { … }`) gets the local name `default` and a binding of it.
    ///
    /// @param specifier the module it is taken from; `null` where it is the file's own
    public record Export(
            String exported, String local, @Nullable String specifier, boolean typeOnly, int line) {}

    /// What a name at the top level stands for: `const handlers = { … }`, `const a = b` or `const a =
    /// "text"`, also behind `as`, `satisfies`, a type, parentheses or `Object.freeze(…)`.
    ///
    /// @param entries for an object its entries in order; for a text one entry without a key; empty for an
    ///     alias
    /// @param alias for an alias what it stands for, such as `b` or `b.c`; `null` for anything else
    public record Binding(String local, @Nullable String alias, List<Entry> entries, int line) {

        /// Copies.
        public Binding {
            entries = List.copyOf(entries);
        }
    }

    /// An entry of an object.
    ///
    /// @param key its key; `*` for a spread
    /// @param kind how its value is written
    /// @param target the name of a reference (`b` or `b.c`), of a spread (`...b`), the qualified name of the
    ///     function that stands there, or the text; empty for anything else
    public record Entry(String key, EntryKind kind, String target, int line) {}

    /// How the value of an entry is written.
    public enum EntryKind {
        /// A name, also the shorthand `{ a }`.
        REFERENCE,
        /// A function that stands there, also a method.
        FUNCTION,
        /// All entries of another object.
        SPREAD,
        /// Anything else, such as a call that makes a function.
        OTHER,
        /// A text, such as the name of a topic.
        TEXT
    }

    /// A call that concerns topics or sequences.
    ///
    /// @param kind what it does
    /// @param callee as it is written, without its arguments, such as `EventRouter.publish`, at most 120
    ///     characters
    /// @param topic the topic or event, or the sequence's id for [CallKind#PLAY], where a literal says it; a
    ///     template with holes has `*` for each hole
    /// @param topicName the constant that says it, such as `TOPICS.ADDED`; `null` where a literal does
    /// @param function the qualified name of the innermost function around it that is in
    ///     [FileFacts#functions]; empty at the top level
    public record Call(
            CallKind kind,
            String callee,
            @Nullable String topic,
            @Nullable String topicName,
            String function,
            int line) {}

    /// What a call does.
    public enum CallKind {
        /// Subscribes to a topic.
        SUBSCRIBE,
        /// Publishes to a topic.
        PUBLISH,
        /// Plays a sequence.
        PLAY
    }

    /// A read or a write of a key of the data handed from beat to beat.
    ///
    /// @param key the key
    /// @param write whether it is written; an update such as `+=` is both a read and a write
    /// @param function as in [Call#function]
    public record StateAccess(String key, boolean write, String function, int line) {}

    /// A test case.
    ///
    /// @param title with those of the groups around it, joined by ` › `; in Java `Class › method`
    public record TestCase(String title, int line) {}
}
