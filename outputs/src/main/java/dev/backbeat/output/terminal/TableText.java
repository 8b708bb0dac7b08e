package dev.backbeat.output.terminal;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A table as aligned text. Where it is wider than the screen, columns of words move to further lines of
/// each row, the last ones first, then columns of numbers, each with its title before it; what is still
/// too wide is cut in the middle, the widest first. Raw lines are never cut.
final class TableText {

    private static final String BETWEEN = "  ";
    private static final String INDENT = "    ";
    private static final int NARROWEST_COLUMN = 8;

    /// What a row is of has to be readable.
    private static final int NARROWEST_NAME = 20;

    /// How many columns of the screen may be saved by cutting alone.
    private static final int MOST_CUT = 12;

    private final List<Exhibit.Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;
    private final boolean[] secondLine;
    private final int screenWidth;

    TableText(Exhibit.Table table, int screenWidth) {
        this.columns = table.columns();
        this.widths = new int[columns.size()];
        this.screenWidth = screenWidth;
        rows.add(columns.stream().map(column -> Visible.of(column.title())).toList());
        for (List<Cell> row : table.rows()) {
            rows.add(row.stream().map(cell -> Figures.of(cell.value())).toList());
        }
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        this.secondLine = new boolean[widths.length];
        if (columns.stream().noneMatch(column -> column.kind() == Exhibit.Column.Kind.LINE)) {
            moveDown();
            cut();
        }
    }

    private int total() {
        int total = -BETWEEN.length();
        for (int i = 0; i < widths.length; i++) {
            total += secondLine[i] ? 0 : widths[i] + BETWEEN.length();
        }
        return total;
    }

    private void moveDown() {
        int first = 0;
        while (first < widths.length && columns.get(first).kind() != Exhibit.Column.Kind.TEXT) {
            first++;
        }
        for (int i = widths.length - 1; i > first && total() > screenWidth + MOST_CUT; i--) {
            secondLine[i] = columns.get(i).kind() == Exhibit.Column.Kind.TEXT;
        }
        for (int i = widths.length - 1; i > 0 && narrowest() > screenWidth; i--) {
            secondLine[i] |= columns.get(i).kind() == Exhibit.Column.Kind.NUMBER;
        }
    }

    /// How wide it is when everything is cut that may be cut.
    private int narrowest() {
        int total = total();
        for (int i = 0; i < widths.length; i++) {
            if (!secondLine[i] && columns.get(i).kind() == Exhibit.Column.Kind.TEXT) {
                total -= Math.max(0, widths[i] - narrowest(i));
            }
        }
        return total;
    }

    private static int narrowest(int column) {
        return column == 0 ? NARROWEST_NAME : NARROWEST_COLUMN;
    }

    private void cut() {
        int total = total();
        while (total > screenWidth) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean gives =
                        columns.get(i).kind() == Exhibit.Column.Kind.TEXT && !secondLine[i] && widths[i] > narrowest(i);
                if (gives && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }

    void write(Style style, Appendable target) throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            String line = line(rows.get(i));
            target.append(i == 0 ? style.quiet(line) : line).append('\n');
            for (String further : furtherLines(rows.get(i), i == 0)) {
                target.append(style.quiet(INDENT + further)).append('\n');
            }
        }
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (secondLine[i]) {
                continue;
            }
            line.append(i == 0 ? "" : BETWEEN);
            String text = row.get(i);
            line.append(
                    switch (columns.get(i).kind()) {
                        case TEXT -> Width.padRight(Width.cut(text, widths[i]), widths[i]);
                        case NUMBER -> Width.padLeft(text, widths[i]);
                        case LINE -> text;
                    });
        }
        return line.toString().stripTrailing();
    }

    private List<String> furtherLines(List<String> row, boolean header) {
        int room = Math.max(NARROWEST_COLUMN, screenWidth - INDENT.length());
        List<String> texts = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            if (!secondLine[i] || row.get(i).isBlank()) {
                continue;
            }
            if (columns.get(i).kind() == Exhibit.Column.Kind.TEXT) {
                texts.add(row.get(i));
            } else if (!header) {
                figures.add(rows.getFirst().get(i) + " " + row.get(i));
            }
        }
        List<String> lines = new ArrayList<>();
        wrap(texts, room, lines);
        wrap(figures, room, lines);
        return lines;
    }

    /// Side by side, on as many lines as that takes: a place or a name that is cut leads nowhere.
    private static void wrap(List<String> texts, int room, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String text : texts) {
            String cut = Width.cut(text, room);
            if (!line.isEmpty() && Width.of(line.toString()) + BETWEEN.length() + Width.of(cut) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : BETWEEN).append(cut);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }
}
