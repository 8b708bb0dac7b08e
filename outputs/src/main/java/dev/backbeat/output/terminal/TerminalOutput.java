package dev.backbeat.output.terminal;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Reference;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The output `terminal`.
public final class TerminalOutput implements Output {

    @Override
    public String id() {
        return "terminal";
    }

    @Override
    public String description() {
        return "text for people, as wide as the screen";
    }

    @Override
    public void write(List<Exhibit> exhibits, Screen screen, Appendable target) throws IOException {
        Style style = new Style(screen.colour());
        boolean first = true;
        for (Exhibit exhibit : exhibits) {
            target.append(first ? "" : "\n");
            first = false;
            if (!exhibit.title().isEmpty()) {
                target.append(style.title(Visible.of(exhibit.title()))).append('\n');
            }
            switch (exhibit) {
                case Exhibit.Summary summary -> summary(summary, style, target);
                case Exhibit.Table table -> table(table, screen, style, target);
                case Exhibit.Findings findings -> findings(findings, style, target);
            }
        }
    }

    private static void summary(Exhibit.Summary summary, Style style, Appendable target) throws IOException {
        int width = summary.facts().stream()
                .mapToInt(fact -> Width.of(fact.label()))
                .max()
                .orElse(0);
        for (Exhibit.Summary.Fact fact : summary.facts()) {
            target.append(style.quiet(Width.padRight(fact.label(), width)));
            target.append("  ").append(Figures.of(fact.cell().value())).append('\n');
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
    }

    private static void findings(Exhibit.Findings findings, Style style, Appendable target) throws IOException {
        if (findings.findings().isEmpty()) {
            target.append(Visible.of(findings.whenEmpty())).append('\n');
        }
        for (Finding finding : findings.findings()) {
            String mark = finding.severity().name().toLowerCase(Locale.ROOT);
            target.append(style.severity(finding.severity(), mark)).append(' ').append(finding.rule());
            target.append("  ").append(Visible.of(finding.sentence())).append('\n');
            for (Reference reference : finding.evidence()) {
                if (reference instanceof Reference.ToPlace(var place)) {
                    target.append(style.quiet("        " + Visible.of(place.toString())))
                            .append('\n');
                }
            }
        }
    }
}
