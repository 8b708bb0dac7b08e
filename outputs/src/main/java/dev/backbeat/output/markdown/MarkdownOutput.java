package dev.backbeat.output.markdown;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Severity;
import dev.backbeat.output.AllFindings;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Output;
import dev.backbeat.output.RuleTexts;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The output `markdown`.
public final class MarkdownOutput implements Output {

    /// GitHub takes comments of at most 65,536 characters.
    static final int LONGEST = 60_000;

    private final RuleTexts texts;

    /// @param texts what is said of rules
    public MarkdownOutput(RuleTexts texts) {
        this.texts = texts;
    }

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String description() {
        return "a comment on a pull request: the findings ranked, all else folded";
    }

    @Override
    public String partEnding() {
        return "md";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("text/markdown; charset=utf-8");
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        List<String> blocks = new ArrayList<>();
        blocks.add("### Backbeat: " + Escaped.plain(title(answer)) + "\n");
        boolean looked = answer.exhibits().stream().anyMatch(Exhibit.Findings.class::isInstance);
        if (looked) {
            AllFindings findings = AllFindings.of(answer);
            blocks.add(verdict(findings));
            blocks.addAll(FindingRows.of(findings, texts));
        }
        boolean folded = looked;
        for (Exhibit exhibit : answer.exhibits()) {
            Folded.of(exhibit, folded).ifPresent(blocks::add);
        }
        append(blocks, target);
    }

    private static String title(Answer answer) {
        return answer.question().isEmpty() ? answer.id() : answer.question();
    }

    private static String verdict(AllFindings findings) {
        if (findings.ranked().isEmpty()) {
            return "**No findings.** Checked: " + findings.checked().size() + " rules.\n";
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count = findings.count(severity);
            if (count > 0) {
                String word =
                        severity == Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
                parts.add(Figures.count(count) + " " + word + (count == 1 ? "" : "s"));
            }
        }
        return "**" + String.join(", ", parts) + "**\n";
    }

    /// Blocks while there is room for them whole; then how many are left out.
    private static void append(List<String> blocks, Appendable target) throws IOException {
        int length = 0;
        int shown = 0;
        for (String block : blocks) {
            if (length + block.length() > LONGEST) {
                break;
            }
            target.append(shown == 0 ? "" : "\n").append(block);
            length += block.length() + 1;
            shown++;
        }
        if (shown < blocks.size()) {
            target.append("\n_Cut here: ")
                    .append(Figures.count(blocks.size() - shown))
                    .append(" more parts do not fit a comment._\n");
        }
    }
}
