package dev.backbeat.output.terminal;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Report;
import dev.backbeat.model.Tree;
import dev.backbeat.output.AsTable;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The output `terminal`.
public final class TerminalOutput implements Output {

    private static final int FINDING_COLUMNS = "warning EXEC000".length();
    private static final int NARROWEST_TEXT = 20;
    private static final String INDENT = "  ";

    @Override
    public String id() {
        return "terminal";
    }

    @Override
    public String description() {
        return "text for people, as wide as the screen";
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        Style style = new Style(screen.colour());
        boolean first = true;
        for (Exhibit exhibit : answer.exhibits()) {
            target.append(first ? "" : "\n");
            first = false;
            if (!exhibit.title().isEmpty()) {
                target.append(style.title(Visible.of(exhibit.title()))).append('\n');
            }
            switch (exhibit) {
                case Exhibit.Summary summary -> summary(summary, screen, style, target);
                case Exhibit.Table table -> table(table, screen, style, target);
                case Exhibit.Findings findings -> findings(findings, screen, style, target);
                case Exhibit.Matrix matrix -> MatrixText.write(matrix, screen, style, target);
                case Exhibit.Timeline timeline -> table(AsTable.of(timeline), screen, style, target);
                case Lanes lanes -> LanesText.write(lanes, screen, style, target);
                case Tree tree -> TreeText.write(tree, screen, style, target);
                case Exhibit.Graph graph -> table(AsTable.of(graph), screen, style, target);
                case Exhibit.Coverage coverage -> table(AsTable.of(coverage), screen, style, target);
                case Exhibit.Document document -> DocumentText.write(document, screen, style, target);
            }
        }
    }

    @Override
    public void write(Report report, Screen screen, Appendable target) throws IOException {
        write(report.reading(), screen, target);
    }

    private static void summary(Exhibit.Summary summary, Screen screen, Style style, Appendable target)
            throws IOException {
        int width = summary.facts().stream()
                .mapToInt(fact -> Width.of(fact.label()))
                .max()
                .orElse(0);
        for (Exhibit.Summary.Fact fact : summary.facts()) {
            target.append(style.quiet(Width.padRight(fact.label(), width)));
            lines(Figures.of(fact.cell().value()), width, screen, target);
        }
    }

    /// The text behind a label, broken so that it stays beside it.
    private static void lines(String text, int labelWidth, Screen screen, Appendable target) throws IOException {
        List<String> lines = Width.wrap(text, Math.max(NARROWEST_TEXT, screen.width() - labelWidth - 2));
        for (int i = 0; i < lines.size(); i++) {
            target.append(i == 0 ? "  " : " ".repeat(labelWidth + 2))
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private static void table(Exhibit.Table table, Screen screen, Style style, Appendable target) throws IOException {
        if (table.rows().isEmpty()) {
            target.append(Visible.of(table.whenEmpty())).append('\n');
            return;
        }
        new TableText(table, screen.width()).write(style, target);
        long hidden = table.total() - table.rows().size();
        if (hidden > 0) {
            target.append(style.quiet("… and " + Figures.count(hidden) + " more"))
                    .append('\n');
        }
        for (Exhibit.Column column : table.columns()) {
            if (!column.note().isEmpty()) {
                note(column, screen, style, target);
            }
        }
    }

    /// What a column means, wrapped beside its own beginning.
    private static void note(Exhibit.Column column, Screen screen, Style style, Appendable target) throws IOException {
        String text = Visible.of(column.title() + ": " + column.note());
        boolean first = true;
        for (String line : Width.wrap(text, screen.width() - INDENT.length())) {
            target.append(style.quiet((first ? "" : INDENT) + line)).append('\n');
            first = false;
        }
    }

    private static void findings(Exhibit.Findings findings, Screen screen, Style style, Appendable target)
            throws IOException {
        if (findings.findings().isEmpty()) {
            target.append(Visible.of(findings.whenEmpty())).append('\n');
        }
        for (Finding finding : findings.findings()) {
            String mark = finding.severity().name().toLowerCase(Locale.ROOT);
            String head = mark + " " + finding.rule();
            target.append(style.severity(finding.severity(), Width.padRight(head, FINDING_COLUMNS)));
            lines(Visible.of(finding.sentence()), FINDING_COLUMNS, screen, target);
            int room = Math.max(NARROWEST_TEXT, screen.width() - FINDING_COLUMNS - 2);
            for (Reference reference : finding.evidence()) {
                String where = where(reference, room);
                if (!where.isEmpty()) {
                    target.append(style.quiet(" ".repeat(FINDING_COLUMNS + 2) + where))
                            .append('\n');
                }
            }
        }
    }

    /// A line of code or of log that fits: without the folders of a log, which its name does not need to be
    /// found.
    private static String where(Reference reference, int room) {
        String whole = switch (reference) {
            case Reference.ToCode(var place) -> Visible.of(place.toString());
            case Reference.ToPlace(var place) -> Visible.of(place.toString());
            default -> "";
        };
        if (Width.of(whole) > room && reference instanceof Reference.ToPlace(var place)) {
            whole = Visible.of(place.shortName());
        }
        return Width.cut(whole, room);
    }
}
