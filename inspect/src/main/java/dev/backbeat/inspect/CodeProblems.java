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

    private static final String READ =
            "SELECT COALESCE(max(files), 0) AS files," + " COALESCE(max(sequences), 0) AS sequences FROM checkouts";

    private CodeProblems() {}

    static Exhibit.Findings of(Store store, int top) {
        List<Finding> findings = new ArrayList<>(store.rows(PROBLEMS, CodeProblems::finding));
        long sequences = store.rows(READ, row -> row.longAt("sequences")).getFirst();
        long files = store.rows(READ, row -> row.longAt("files")).getFirst();
        List<Finding> shown = new ArrayList<>();
        for (String rule : List.of(UNREADABLE, CONTRADICTING, SYNTAX)) {
            shown.addAll(some(findings, rule, Math.max(1, top / 2)));
        }
        return new Exhibit.Findings(
                "documents and code",
                shown,
                List.of(
                        new Exhibit.Findings.Checked(UNREADABLE, sequences),
                        new Exhibit.Findings.Checked(CONTRADICTING, sequences),
                        new Exhibit.Findings.Checked(SYNTAX, files)),
                "all documents and files could be read as they are meant to be");
    }

    /// The first of a rule, and one that stands for the others.
    private static List<Finding> some(List<Finding> findings, String rule, int most) {
        List<Finding> ofRule =
                findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
        if (ofRule.size() <= most) {
            return ofRule;
        }
        List<Finding> shown = new ArrayList<>(ofRule.subList(0, most));
        long others = ofRule.size() - most;
        shown.add(new Finding(
                rule,
                ofRule.getFirst().severity(),
                "%,d others like it".formatted(others),
                others,
                List.of(),
                "`backbeat query \"SELECT * FROM code_problems\"` lists all"));
        return shown;
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
        String rule = switch (kind) {
            case "contradicting_sequences" -> CONTRADICTING;
            case "syntax_error" -> SYNTAX;
            default -> UNREADABLE;
        };
        return new Finding(
                rule,
                rule.equals(SYNTAX) ? Severity.INFO : Severity.WARNING,
                "`%s`: %s"
                        .formatted(
                                line > 0 ? path + ":" + line : path,
                                row.textAt("message").orElse("?")),
                1,
                List.of(new Reference.ToCode(place)),
                "`backbeat explain %s` says what follows from it".formatted(rule));
    }
}
