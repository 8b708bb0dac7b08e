package dev.backbeat.output.markdown;

import dev.backbeat.output.AllFindings;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Located;
import dev.backbeat.output.RuleText;
import dev.backbeat.output.RuleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Findings as tables: the first in sight, the others folded.
final class FindingRows {

    private static final int IN_SIGHT = 10;
    private static final int MOST = 60;

    private FindingRows() {}

    static List<String> of(AllFindings findings, RuleTexts texts) {
        List<Located> ranked = findings.ranked();
        List<String> blocks = new ArrayList<>();
        if (ranked.isEmpty()) {
            return blocks;
        }
        blocks.add(table(ranked.subList(0, Math.min(IN_SIGHT, ranked.size())), texts));
        if (ranked.size() > IN_SIGHT) {
            int end = Math.min(MOST, ranked.size());
            String words = Figures.count(ranked.size() - IN_SIGHT) + " more findings";
            String cut = end < ranked.size()
                    ? "\n" + Figures.count(ranked.size() - end) + " more are not listed here.\n"
                    : "";
            blocks.add(Folded.details(words, table(ranked.subList(IN_SIGHT, end), texts) + cut));
        }
        return blocks;
    }

    private static String table(List<Located> findings, RuleTexts texts) {
        StringBuilder table = new StringBuilder("| | rule | finding | where | seen |\n|---|---|---|---|--:|\n");
        for (Located finding : findings) {
            String hint = finding.finding().hint();
            table.append("| ")
                    .append(finding.severity().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(rule(finding.rule(), texts))
                    .append(" | ")
                    .append(Escaped.words(finding.message()))
                    .append(hint.isEmpty() ? "" : "<br><sub>" + Escaped.words(hint) + "</sub>")
                    .append(" | ")
                    .append(finding.where().isEmpty() ? "" : Escaped.code(finding.where()))
                    .append(" | ")
                    .append(Figures.count(finding.finding().count()))
                    .append("× |\n");
        }
        return table.toString();
    }

    private static String rule(String rule, RuleTexts texts) {
        String page = texts.of(rule).map(RuleText::page).orElse("");
        boolean address = page.matches("https?://[^\\s|()<>\"]+");
        return address ? "[" + Escaped.plain(rule) + "](" + page + ")" : Escaped.plain(rule);
    }
}
