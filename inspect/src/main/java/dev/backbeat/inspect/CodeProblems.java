package dev.backbeat.inspect;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with documents and code, as findings.
final class CodeProblems {

    private static final String UNREADABLE = "CODE001";
    private static final String CONTRADICTING = "CODE002";
    private static final String SYNTAX = "CODE003";

    private static final String PROBLEMS = """
            SELECT checkout, min(tree_commit) AS tree_commit, kind, path, line, message
            FROM code_problems
            WHERE kind <> 'left_out'
            GROUP BY checkout, kind, path, line, message
            ORDER BY CASE WHEN kind = 'syntax_error' THEN 1 ELSE 0 END, checkout, path, line, message
            """;

    private static final String READ = "SELECT COALESCE(max(files), 0) AS files, COALESCE(max(sequences), 0) AS sequences FROM checkouts";

    private CodeProblems() {}

    static Exhibit.Findings of(Store store, int top) {
        List<Finding> findings = new ArrayList<>(store.rows(PROBLEMS, CodeProblems::finding));
        long sequences = store.rows(READ, row -> row.longAt("sequences")).getFirst();
        long files = store.rows(READ, row -> row.longAt("files")).getFirst();
        long syntax = findings.stream().filter(finding -> finding.rule().equals(SYNTAX)).count();
        if (findings.size() > top) {
            // Many files that can't be parsed are one thing worth knowing, not many.
            findings.removeIf(finding -> finding.rule().equals(SYNTAX));
            if (syntax > 0) {
                findings.add(new Finding(
                        SYNTAX,
                        Severity.INFO,
                        "%,d files can't be parsed as a whole; what could be read of them is used".formatted(syntax),
                        syntax,
                        List.of(),
                        "`backbeat query \"SELECT * FROM code_problems\"` lists them"));
            }
        }
        return new Exhibit.Findings(
                "documents and code",
                findings,
                List.of(
                        new Exhibit.Findings.Checked(UNREADABLE, sequences),
                        new Exhibit.Findings.Checked(CONTRADICTING, sequences),
                        new Exhibit.Findings.Checked(SYNTAX, files)),
                "all documents and files could be read as they are meant to be");
    }

    private static Finding finding(Row row) {
        String kind = row.textAt("kind").orElse("?");
        String path = row.textAt("path").orElse("?");
        int line = row.intAt("line");
        CodePlace place = new CodePlace(
                row.textAt("checkout").orElse("?"),
                path,
                Math.max(1, line),
                Math.max(1, line),
                row.textAt("tree_commit").orElse(null));
        String rule =
                switch (kind) {
                    case "contradicting_sequences" -> CONTRADICTING;
                    case "syntax_error" -> SYNTAX;
                    default -> UNREADABLE;
                };
        return new Finding(
                rule,
                rule.equals(SYNTAX) ? Severity.INFO : Severity.WARNING,
                "`%s`: %s".formatted(line > 0 ? path + ":" + line : path, row.textAt("message").orElse("?")),
                1,
                List.of(new Reference.ToCode(place)),
                "`backbeat explain %s` says what follows from it".formatted(rule));
    }
}
