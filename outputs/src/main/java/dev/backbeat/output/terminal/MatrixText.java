package dev.backbeat.output.terminal;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Matrix.Quantity;
import dev.backbeat.model.Time;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A matrix as a row of shades for each row, in even steps of the logarithm from the lowest to the
/// highest value, since figures span magnitudes. Where the screen is too narrow, a shade stands for some
/// columns: the highest of durations, the sum of counts.
final class MatrixText {

    private static final String SHADES = "░▒▓█";
    private static final String BETWEEN = "  ";
    private static final int WIDEST_LABEL = 40;
    private static final int WIDEST_SHADE = 3;
    private static final int SMALL = 8;

    private final Exhibit.Matrix matrix;
    private final Screen screen;

    /// How many columns of the matrix are one shade, and how many of the screen a shade takes.
    private final int together;

    private final int shadeWidth;
    private final int label;
    private final List<List<Long>> rows = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();

    private MatrixText(Exhibit.Matrix matrix, Screen screen) {
        this.matrix = matrix;
        this.screen = screen;
        int widest = matrix.rows().stream()
                .mapToInt(row -> Width.of(text(row)))
                .max()
                .orElse(1);
        this.label = Math.min(widest, Math.min(WIDEST_LABEL, screen.width() / 2));
        int columns = matrix.columns().size();
        int room = screen.width() - label - BETWEEN.length();
        this.together = Math.ceilDiv(columns, room);
        int shades = Math.ceilDiv(columns, together);
        this.shadeWidth = Math.clamp(room / shades, 1, WIDEST_SHADE);
        for (int row = 0; row < matrix.rows().size(); row++) {
            rows.add(merged(matrix.values().subList(row * columns, (row + 1) * columns)));
        }
        steps();
    }

    static void write(Exhibit.Matrix matrix, Screen screen, Style style, Appendable target) throws IOException {
        if (matrix.rows().isEmpty() || matrix.columns().isEmpty()) {
            target.append(Visible.of(matrix.whenEmpty())).append('\n');
            return;
        }
        if (isSmall(matrix)) {
            figures(matrix, target, style);
            return;
        }
        MatrixText text = new MatrixText(matrix, screen);
        text.field(target);
        target.append(style.quiet(text.axis())).append('\n');
        for (String line : Width.wrap(text.legend(), screen.width())) {
            target.append(style.quiet(line)).append('\n');
        }
    }

    /// Few counts are read, not compared by shade.
    private static boolean isSmall(Exhibit.Matrix matrix) {
        return matrix.quantity() == Quantity.COUNT
                && matrix.columns().size() <= SMALL
                && matrix.rows().size() <= SMALL;
    }

    private static void figures(Exhibit.Matrix matrix, Appendable target, Style style) throws IOException {
        int label = matrix.rows().stream()
                .mapToInt(row -> Width.of(text(row)))
                .max()
                .orElse(0);
        int width = Math.max(
                matrix.columns().stream()
                        .mapToInt(column -> Width.of(text(column)))
                        .max()
                        .orElse(0),
                matrix.values().stream()
                        .filter(Time::isKnown)
                        .mapToInt(value -> Figures.count(value).length())
                        .max()
                        .orElse(0));
        StringBuilder head = new StringBuilder(" ".repeat(label));
        matrix.columns().forEach(column -> head.append(BETWEEN).append(Width.padLeft(text(column), width)));
        target.append(style.quiet(head.toString())).append('\n');
        int columns = matrix.columns().size();
        for (int row = 0; row < matrix.rows().size(); row++) {
            StringBuilder line =
                    new StringBuilder(Width.padRight(text(matrix.rows().get(row)), label));
            for (long value : matrix.values().subList(row * columns, (row + 1) * columns)) {
                String figure = Time.isKnown(value) ? Figures.count(value) : String.valueOf(Figures.NOTHING);
                line.append(BETWEEN).append(Width.padLeft(figure, width));
            }
            target.append(line).append('\n');
        }
    }

    private List<Long> merged(List<Long> values) {
        List<Long> merged = new ArrayList<>();
        for (int from = 0; from < values.size(); from += together) {
            List<Long> some = values.subList(from, Math.min(values.size(), from + together)).stream()
                    .filter(Time::isKnown)
                    .toList();
            if (some.isEmpty()) {
                merged.add(Time.UNKNOWN);
            } else if (matrix.quantity() == Quantity.COUNT) {
                merged.add(some.stream().mapToLong(Long::longValue).sum());
            } else {
                merged.add(some.stream().mapToLong(Long::longValue).max().orElse(0));
            }
        }
        return merged;
    }

    /// The upper ends of the shades; only one where all values are the same.
    private void steps() {
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (List<Long> row : rows) {
            for (long value : row) {
                lowest = value > 0 ? Math.min(lowest, value) : lowest;
                highest = Math.max(highest, value);
            }
        }
        double ratio = (double) highest / lowest;
        for (int shade = 1; shade < SHADES.length() && ratio > 1; shade++) {
            limits.add(lowest * Math.pow(ratio, (double) shade / SHADES.length()));
        }
        limits.add((double) highest);
    }

    private void field(Appendable target) throws IOException {
        for (int row = 0; row < rows.size(); row++) {
            String name = Width.cut(text(matrix.rows().get(row)), label);
            StringBuilder line = new StringBuilder(Width.padRight(name, label)).append(BETWEEN);
            for (long value : rows.get(row)) {
                line.append(String.valueOf(shade(value)).repeat(shadeWidth));
            }
            target.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private char shade(long value) {
        if (!Time.isKnown(value)) {
            return Figures.NOTHING;
        }
        int shade = 0;
        while (shade < limits.size() - 1 && value > limits.get(shade)) {
            shade++;
        }
        return value == 0 ? ' ' : SHADES.charAt(shade);
    }

    /// The first and the last column, under the ends of the field where there is room.
    private String axis() {
        String first = text(matrix.columns().getFirst());
        String last = text(matrix.columns().getLast());
        int field = rows.getFirst().size() * shadeWidth;
        int between = field - Width.of(first) - Width.of(last);
        if (matrix.columns().size() == 1) {
            return Width.cut(first, screen.width());
        }
        return between > 1
                ? " ".repeat(label + BETWEEN.length()) + first + " ".repeat(between) + last
                : Width.cut(first + " … " + last, screen.width());
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        for (int shade = 0; shade < limits.size(); shade++) {
            legend.append(SHADES.charAt(shade))
                    .append(" to ")
                    .append(figure(Math.round(limits.get(shade))))
                    .append(", ");
        }
        legend.append(Figures.NOTHING).append(" none");
        if (together > 1) {
            legend.append("; each shade is ")
                    .append(matrix.quantity() == Quantity.COUNT ? "the sum" : "the highest")
                    .append(" of ")
                    .append(together)
                    .append(" columns");
        }
        return legend.toString();
    }

    private String figure(long value) {
        return matrix.quantity() == Quantity.DURATION ? Figures.duration(value) : Figures.count(value);
    }

    private static String text(Cell cell) {
        return Figures.of(cell.value());
    }
}
