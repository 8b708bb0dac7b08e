package dev.backbeat.code;

import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.FileFacts.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// As much of JavaScript as fits regular expressions: a statement a line.
public final class MiniScript implements Language {

    private static final Pattern FUNCTION =
            Pattern.compile("(export )?(default )?function (\\w+)\\((.*?)\\) ?\\{(.*)}");
    private static final Pattern ARROW = Pattern.compile("(export )?const (\\w+) = \\((.*?)\\) => (.*)");
    private static final Pattern OBJECT = Pattern.compile("(export )?const (\\w+) = \\{(.*)}");
    private static final Pattern ALIAS = Pattern.compile("(export )?const (\\w+) = ([\\w.]+)");
    private static final Pattern REQUIRE = Pattern.compile("const (.+) = require\\(\"(.*)\"\\)");
    private static final Pattern IMPORT = Pattern.compile("import (type )?(?:(.+) from )?\"(.*)\"");
    private static final Pattern FROM = Pattern.compile("export (type )?(.+) from \"(.*)\"");
    private static final Pattern LIST = Pattern.compile("export \\{(.*)}");
    private static final Pattern DEFAULT = Pattern.compile("export default (.*)");
    private static final Pattern COMMON = Pattern.compile("module\\.exports = (.*)");
    private static final Pattern COMMON_ONE = Pattern.compile("exports\\.(\\w+) = ([\\w.]+)");
    private static final Pattern TEST = Pattern.compile("test\\(\"(.*)\"\\)");

    private final int version;
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();

    /// The language in its first version.
    public MiniScript() {
        this(1);
    }

    /// The language in a version.
    public MiniScript(int version) {
        this.version = version;
    }

    /// The paths of the files that were read, in no order.
    public List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public String id() {
        return "mini";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Set<String> endings() {
        return Set.of(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs");
    }

    @Override
    public FileFacts read(String path, byte[] content) {
        paths.add(path);
        Reading reading = new Reading();
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.line = i + 1;
            reading.statement(lines.get(i).strip().replaceFirst(";$", ""));
        }
        return reading.facts(lines.size());
    }

    private static Function function(
            String name,
            String qualifiedName,
            FunctionKind kind,
            int line,
            boolean topLevel,
            String parameters,
            String body) {
        List<String> tokens = List.of(body.strip().split("\\s+"));
        List<Integer> shingles = new ArrayList<>();
        for (int i = 0; i + 5 <= tokens.size(); i++) {
            shingles.add(String.join(" ", tokens.subList(i, i + 5)).hashCode());
        }
        return new Function(
                name,
                qualifiedName,
                kind,
                line,
                line,
                topLevel,
                parameters.isBlank() ? List.of() : List.of(parameters.split(", ")),
                (parameters + "\0" + body.strip()).hashCode(),
                shingles.stream().distinct().sorted().limit(64).toList());
    }

    /// One pass over a file.
    private static final class Reading {

        private final List<Function> functions = new ArrayList<>();
        private final List<Import> imports = new ArrayList<>();
        private final List<Export> exports = new ArrayList<>();
        private final List<Binding> bindings = new ArrayList<>();
        private final List<TestCase> tests = new ArrayList<>();
        private int errors;
        private int firstError;
        private int line;

        FileFacts facts(int lines) {
            return new FileFacts(
                    "mini",
                    lines,
                    errors,
                    firstError,
                    "",
                    functions,
                    imports,
                    exports,
                    bindings,
                    List.of(),
                    List.of(),
                    tests);
        }

        void statement(String text) {
            Matcher m;
            if ((m = FUNCTION.matcher(text)).matches()) {
                functions.add(
                        function(m.group(3), m.group(3), FunctionKind.FUNCTION, line, true, m.group(4), m.group(5)));
                if (m.group(1) != null) {
                    export(m.group(2) != null ? "default" : m.group(3), m.group(3), null, false);
                }
            } else if ((m = ARROW.matcher(text)).matches()) {
                functions.add(function(m.group(2), m.group(2), FunctionKind.ARROW, line, true, m.group(3), m.group(4)));
                exportWhere(m.group(1), m.group(2));
            } else if ((m = OBJECT.matcher(text)).matches()) {
                object(m.group(2), m.group(3));
                exportWhere(m.group(1), m.group(2));
            } else if ((m = ALIAS.matcher(text)).matches()) {
                bindings.add(new Binding(m.group(2), m.group(3), List.of(), line));
                exportWhere(m.group(1), m.group(2));
            } else if ((m = REQUIRE.matcher(text)).matches()) {
                named(m.group(1).replace(": ", " as ").replaceFirst("^(\\w+)$", "* as $1"), m.group(2), false);
            } else if ((m = IMPORT.matcher(text)).matches()) {
                named(m.group(2) == null ? "" : m.group(2), m.group(3), m.group(1) != null);
            } else if ((m = FROM.matcher(text)).matches()) {
                from(m.group(2), m.group(3), m.group(1) != null);
            } else {
                rest(text);
            }
        }

        private void rest(String text) {
            Matcher m;
            if ((m = LIST.matcher(text)).matches()) {
                for (String[] pair : pairs(m.group(1))) {
                    export(pair[1], pair[0], null, false);
                }
            } else if ((m = DEFAULT.matcher(text)).matches()) {
                export("default", value(m.group(1)), null, false);
            } else if ((m = COMMON.matcher(text)).matches()) {
                export("*", value(m.group(1)), null, false);
            } else if ((m = COMMON_ONE.matcher(text)).matches()) {
                export(m.group(1), m.group(2), null, false);
            } else if ((m = TEST.matcher(text)).matches()) {
                tests.add(new TestCase(m.group(1), line));
            } else if (text.startsWith("!")) {
                errors++;
                firstError = firstError == 0 ? line : firstError;
            }
        }

        private String value(String text) {
            if (text.startsWith("{")) {
                object("default", text.substring(1, text.length() - 1));
                return "default";
            }
            return text;
        }

        private void exportWhere(@Nullable String word, String name) {
            if (word != null) {
                export(name, name, null, false);
            }
        }

        private void export(String exported, String local, @Nullable String specifier, boolean typeOnly) {
            exports.add(new Export(exported, local, specifier, typeOnly, line));
        }

        private void from(String what, String specifier, boolean typeOnly) {
            if (what.startsWith("*")) {
                export(what.equals("*") ? "*" : what.substring("* as ".length()), "*", specifier, typeOnly);
            } else {
                for (String[] pair : pairs(what.substring(1, what.length() - 1))) {
                    export(pair[1], pair[0], specifier, typeOnly);
                }
            }
        }

        private void named(String what, String specifier, boolean typeOnly) {
            if (what.startsWith("{")) {
                for (String[] pair : pairs(what.substring(1, what.length() - 1))) {
                    imports.add(new Import(specifier, pair[0], pair[1], typeOnly, false, line));
                }
            } else if (what.startsWith("* as ")) {
                imports.add(new Import(specifier, "*", what.substring("* as ".length()), typeOnly, false, line));
            } else {
                imports.add(new Import(specifier, what.isEmpty() ? "" : "default", what, typeOnly, false, line));
            }
        }

        private static List<String[]> pairs(String list) {
            List<String[]> pairs = new ArrayList<>();
            for (String one : list.strip().split(" *, *")) {
                String[] parts = one.split(" as ");
                pairs.add(new String[] {parts[0], parts[parts.length - 1]});
            }
            return pairs;
        }

        private void object(String local, String list) {
            List<Entry> entries = new ArrayList<>();
            for (String one : list.isBlank() ? new String[0] : list.strip().split(" *, *")) {
                String[] parts = one.split(": ", 2);
                String value = parts[parts.length - 1];
                if (one.startsWith("...")) {
                    entries.add(new Entry("*", EntryKind.SPREAD, one.substring(3), line));
                } else if (value.startsWith("() => ")) {
                    String name = local + "." + parts[0];
                    functions.add(function(parts[0], name, FunctionKind.ARROW, line, false, "", value));
                    entries.add(new Entry(parts[0], EntryKind.FUNCTION, name, line));
                } else if (value.matches("[\\w.]+")) {
                    entries.add(new Entry(parts[0], EntryKind.REFERENCE, value, line));
                } else {
                    entries.add(new Entry(parts[0], EntryKind.OTHER, "", line));
                }
            }
            bindings.add(new Binding(local, null, entries, line));
        }
    }
}
