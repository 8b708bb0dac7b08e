package dev.backbeat.code.treesitter;

import dev.backbeat.code.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Facts as text, one fact a line, to be read by eye.
public final class FactsText {

    private FactsText() {}

    /// All facts of a file.
    public static String of(FileFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %d lines, %d syntax errors, first in line %d%s"
                .formatted(
                        facts.language(),
                        facts.lines(),
                        facts.syntaxErrors(),
                        facts.firstErrorLine(),
                        facts.packageName().isEmpty() ? "" : ", package " + facts.packageName()));
        facts.functions().forEach(function -> lines.add(text(function)));
        facts.imports()
                .forEach(one -> lines.add("import %d: %s of %s as %s%s%s"
                        .formatted(
                                one.line(),
                                one.imported(),
                                one.specifier(),
                                one.local(),
                                one.typeOnly() ? ", type" : "",
                                one.dynamic() ? ", dynamic" : "")));
        facts.exports()
                .forEach(one -> lines.add("export %d: %s is %s%s%s"
                        .formatted(
                                one.line(),
                                one.exported(),
                                one.local(),
                                one.specifier() == null ? "" : " of " + one.specifier(),
                                one.typeOnly() ? ", type" : "")));
        facts.bindings()
                .forEach(one -> lines.add("binding %d: %s = %s"
                        .formatted(one.line(), one.local(), one.alias() == null ? entries(one) : one.alias())));
        facts.calls()
                .forEach(one -> lines.add("call %d: %s %s %s in [%s]"
                        .formatted(
                                one.line(),
                                one.kind(),
                                one.callee(),
                                one.topicName() == null ? "\"" + one.topic() + "\"" : one.topicName(),
                                one.function())));
        facts.stateAccesses()
                .forEach(one -> lines.add("state %d: %s %s in [%s]"
                        .formatted(one.line(), one.write() ? "write" : "read", one.key(), one.function())));
        facts.tests().forEach(one -> lines.add("test %d: %s".formatted(one.line(), one.title())));
        return String.join("\n", lines) + "\n";
    }

    private static String text(FileFacts.Function function) {
        return "function %d-%d: %s %s (%s)%s%s #%016x, %d shingles"
                .formatted(
                        function.line(),
                        function.endLine(),
                        function.kind(),
                        function.qualifiedName(),
                        String.join(", ", function.parameters()),
                        function.topLevel() ? ", top level" : "",
                        function.qualifiedName().endsWith(function.name()) ? "" : ", name " + function.name(),
                        function.bodyHash(),
                        function.shingles().size());
    }

    private static String entries(FileFacts.Binding binding) {
        return binding.entries().stream()
                .map(entry -> "%s: %s %s"
                        .formatted(entry.key(), entry.kind(), entry.target())
                        .strip())
                .collect(Collectors.joining("; ", "{", "}"));
    }
}
