package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Call;
import dev.backbeat.code.FileFacts.CallKind;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.FileFacts.TestCase;
import dev.backbeat.code.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few statements of JavaScript that handlers are offered with, one a line.
final class ToyScript implements Language {

    private static final Pattern FUNCTION = Pattern.compile("(export )?function (\\w+)\\(\\) \\{(.*)}");
    private static final Pattern OBJECT = Pattern.compile("(export )?const (\\w+) = \\{(.*)}");
    private static final Pattern IMPORT = Pattern.compile("import \\{ (\\w+) } from \"(.*)\"");
    private static final Pattern FROM = Pattern.compile("export (\\*|\\{ \\w+ }) from \"(.*)\"");
    private static final Pattern COMMON = Pattern.compile("module\\.exports = \\{(.*)}");

    private static final Pattern CALL = Pattern.compile("(subscribe|publish|play)\\((?:\"([^\"]*)\"|([\\w.]+))\\)");

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> endings() {
        return Set.of(".js", ".ts");
    }

    @Override
    public FileFacts read(String path, byte[] content) {
        Reading reading = new Reading();
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.statement(lines.get(i), i + 1);
        }
        return new FileFacts(
                id(),
                lines.size(),
                0,
                0,
                "",
                reading.functions,
                reading.imports,
                reading.exports,
                reading.bindings,
                reading.calls,
                List.of(),
                reading.tests);
    }

    private static final class Reading {

        private final List<Function> functions = new ArrayList<>();
        private final List<Import> imports = new ArrayList<>();
        private final List<Export> exports = new ArrayList<>();
        private final List<Binding> bindings = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private final List<TestCase> tests = new ArrayList<>();

        void statement(String text, int line) {
            Matcher m;
            for (Matcher call = CALL.matcher(text); call.find(); ) {
                Matcher around = FUNCTION.matcher(text);
                CallKind kind = CallKind.valueOf(call.group(1).toUpperCase(Locale.ROOT));
                String function = around.matches() ? around.group(2) : "";
                calls.add(new Call(kind, "bus." + call.group(1), call.group(2), call.group(3), function, line));
            }
            if ((m = FUNCTION.matcher(text)).matches()) {
                functions.add(function(m.group(2), m.group(3), line));
                if (m.group(1) != null) {
                    exports.add(new Export(m.group(2), m.group(2), null, false, line));
                }
            } else if ((m = OBJECT.matcher(text)).matches()) {
                object(m.group(2), m.group(3), line);
                if (m.group(1) != null) {
                    exports.add(new Export(m.group(2), m.group(2), null, false, line));
                }
            } else if ((m = IMPORT.matcher(text)).matches()) {
                imports.add(new Import(m.group(2), m.group(1), m.group(1), false, false, line));
            } else if ((m = FROM.matcher(text)).matches()) {
                String name = m.group(1).replaceAll("[{ }]", "");
                exports.add(new Export(name, name, m.group(2), false, line));
            } else if ((m = COMMON.matcher(text)).matches()) {
                object("default", m.group(1), line);
                exports.add(new Export("*", "default", null, false, line));
            } else if (text.startsWith("test(")) {
                tests.add(new TestCase(text, line));
            }
        }

        private static Function function(String name, String body, int line) {
            List<String> tokens = List.of(body.strip().split("\\s+"));
            List<Integer> shingles = new ArrayList<>();
            for (int i = 0; i + 5 <= tokens.size(); i++) {
                shingles.add(String.join(" ", tokens.subList(i, i + 5)).hashCode());
            }
            List<Integer> sketch =
                    shingles.stream().distinct().sorted().limit(64).toList();
            return new Function(
                    name,
                    name,
                    FunctionKind.FUNCTION,
                    line,
                    line,
                    true,
                    List.of(),
                    body.strip().hashCode(),
                    sketch);
        }

        private void object(String local, String list, int line) {
            List<Entry> entries = new ArrayList<>();
            for (String one : list.strip().split(" *, *")) {
                String[] parts = one.split(": ");
                String value = parts[parts.length - 1];
                boolean text = value.startsWith("\"");
                EntryKind kind = text ? EntryKind.TEXT : value.matches("\\w+") ? EntryKind.REFERENCE : EntryKind.OTHER;
                String target = kind == EntryKind.OTHER ? "" : value.replace("\"", "");
                entries.add(new Entry(parts[0], kind, target, line));
            }
            bindings.add(new Binding(local, null, entries, line));
        }
    }
}
