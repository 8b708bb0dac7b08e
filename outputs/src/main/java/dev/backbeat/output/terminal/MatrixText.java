package dev.backbeat.output.terminal;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Time;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.List;

/// A matrix as one row of shades a row, relative to the highest value of all.
final class MatrixText {

    private static final int WIDEST_LABEL = 40;
    private static final String SHADES = " ░▒▓█";

    private MatrixText() {}

    static void write(Exhibit.Matrix matrix, Screen screen, Style style, Appendable target) throws IOException {
        if (matrix.rows().isEmpty() || matrix.columns().isEmpty()) {
            target.append(Visible.of(matrix.whenEmpty())).append('\n');
            return;
        }
        int columns = matrix.columns().size();
        int label = Math.min(
                Math.min(WIDEST_LABEL, Math.max(1, screen.width() - columns - 2)),
                matrix.rows().stream()
                        .mapToInt(row -> Width.of(Figures.of(row.value())))
                        .max()
                        .orElse(1));
        long highest = Math.max(1, matrix.values().stream().mapToLong(Long::longValue).max().orElse(1));
        for (int row = 0; row < matrix.rows().size(); row++) {
            List<Long> values = matrix.values().subList(row * columns, (row + 1) * columns);
            target.append(Width.padRight(Width.cut(Figures.of(matrix.rows().get(row).value()), label), label))
                    .append("  ")
                    .append(shades(values, highest))
                    .append('\n');
        }
        String first = Figures.of(matrix.columns().getFirst().value());
        String last = Figures.of(matrix.columns().getLast().value());
        String most = matrix.quantity() == Exhibit.Matrix.Quantity.DURATION ? Figures.duration(highest) : Figures.count(highest);
        target.append(style.quiet(" ".repeat(label + 2) + first + " … " + last + ", █ up to " + most))
                .append('\n');
    }

    private static String shades(List<Long> values, long highest) {
        StringBuilder text = new StringBuilder(values.size());
        for (long value : values) {
            long shade = !Time.isKnown(value) || value == 0 ? 0 : 1 + value * (SHADES.length() - 2) / highest;
            text.append(SHADES.charAt((int) Math.min(SHADES.length() - 1L, shade)));
        }
        return text.toString();
    }
}
