package dev.backbeat.output.markdown;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Tree;
import dev.backbeat.output.AsTable;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Visible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Exhibits other than findings.
final class Folded {

    private static final int MOST_ROWS = 20;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 300;

    private Folded() {}

    /// An exhibit as Markdown; empty where it adds nothing.
    ///
    /// @param folded whether tables are behind a click
    static Optional<String> of(Exhibit exhibit, boolean folded) {
        return switch (exhibit) {
            case Exhibit.Summary summary -> Optional.of(summary(summary));
            case Exhibit.Table table ->
                table.rows().isEmpty()
                        ? empty(table.title(), table.whenEmpty())
                        : Optional.of(shown(table.title(), rows(table), folded));
            case Exhibit.Matrix matrix ->
                matrix.values().isEmpty()
                        ? empty(matrix.title(), matrix.whenEmpty())
                        : Optional.of("_" + Escaped.plain(matrix.title())
                                + ": a heatmap, in the page of `--output html`._\n");
            case Exhibit.Timeline timeline -> of(AsTable.of(timeline), folded);
            case Lanes lanes -> of(AsTable.of(lanes), folded);
            case Tree tree -> of(AsTable.of(tree), folded);
            case Exhibit.Graph graph -> of(AsTable.of(graph), folded);
            case Exhibit.Coverage coverage -> of(AsTable.of(coverage), folded);
            case Exhibit.Document document -> Optional.of(shown(document.title(), text(document), folded));
            case Exhibit.Findings findings -> Optional.empty();
        };
    }

    static String details(String title, String content) {
        String heading = title.isEmpty() ? "more" : Escaped.plain(title);
        return "<details><summary>" + heading + "</summary>\n\n" + content + "\n</details>\n";
    }

    private static Optional<String> empty(String title, String whenEmpty) {
        String words = title.isEmpty() ? "" : Escaped.plain(title) + ": ";
        return Optional.of("_" + words + Escaped.plain(whenEmpty) + "_\n");
    }

    private static String shown(String title, String content, boolean folded) {
        return folded ? details(title, content) : "**" + Escaped.plain(title) + "**\n\n" + content;
    }

    private static String summary(Exhibit.Summary summary) {
        String facts = summary.facts().stream()
                .map(fact -> Escaped.plain(fact.label()) + " **" + cell(fact.cell()) + "**")
                .collect(Collectors.joining(" · "));
        return (summary.title().isEmpty() ? "" : Escaped.plain(summary.title()) + ": ") + facts + "\n";
    }

    private static String rows(Exhibit.Table table) {
        StringBuilder text = new StringBuilder("|");
        table.columns()
                .forEach(column ->
                        text.append(' ').append(Escaped.plain(column.title())).append(" |"));
        text.append("\n|");
        table.columns().forEach(column -> text.append(column.kind() == Exhibit.Column.Kind.NUMBER ? "--:|" : "---|"));
        text.append('\n');
        for (List<Cell> row :
                table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
            text.append('|');
            row.forEach(cell -> text.append(' ').append(cell(cell)).append(" |"));
            text.append('\n');
        }
        long hidden = table.total() - Math.min(MOST_ROWS, table.rows().size());
        return text + (hidden > 0 ? "\n" + Figures.count(hidden) + " more rows\n" : "");
    }

    private static String cell(Cell cell) {
        return cell.value() instanceof Cell.Value.Code(var text)
                ? Escaped.code(text)
                : Escaped.plain(Figures.of(cell.value()));
    }

    private static String text(Exhibit.Document document) {
        StringBuilder text = new StringBuilder();
        for (Block block : document.blocks()) {
            switch (block) {
                case Block.Paragraph(var words) ->
                    text.append(Escaped.words(words)).append("\n\n");
                case Block.Listing listing -> listing(listing, text);
            }
        }
        return text.toString();
    }

    private static void listing(Block.Listing listing, StringBuilder text) {
        if (!listing.place().isEmpty()) {
            text.append(Escaped.code(listing.place())).append("\n\n");
        }
        List<String> lines = listing.lines().stream()
                .limit(MOST_LINES)
                .map(Visible::of)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .toList();
        // Longer than any run of backticks within.
        String fence = "`"
                .repeat(3
                        + lines.stream()
                                .mapToInt(line ->
                                        line.length() - line.replace("`", "").length())
                                .max()
                                .orElse(0));
        text.append(fence).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append(fence).append("\n\n");
    }
}
