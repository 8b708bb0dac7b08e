package dev.backbeat.output.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Matrix.Quantity;
import dev.backbeat.model.Time;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MatrixTextTest {

    private static final long MILLI = Time.NANOS_PER_MILLI;

    @Test
    void shadesFollowTheLogarithm() throws IOException {
        Exhibit.Matrix matrix = new Exhibit.Matrix(
                "when",
                List.of(Cell.code("Cart.add"), Cell.code("Search.find")),
                columns(5),
                List.of(
                        MILLI,
                        10 * MILLI,
                        100 * MILLI,
                        1000 * MILLI,
                        10_000 * MILLI,
                        MILLI,
                        0L,
                        Time.UNKNOWN,
                        MILLI,
                        MILLI),
                Quantity.DURATION,
                "");
        assertThat(shown(matrix, new Screen(80, false))).isEqualTo("""
                when
                Cart.add     ░░░░░░▒▒▒▓▓▓███
                Search.find  ░░░   ···░░░░░░
                             c0           c4
                ░ to 10.0 ms, ▒ to 100 ms, ▓ to 1.00 s, █ to 10.0 s, · none
                """);
    }

    @Test
    void columnsAreMergedWhereThereIsNoRoom() throws IOException {
        List<Long> values = LongStream.rangeClosed(1, 100).boxed().toList();
        Exhibit.Matrix sums =
                new Exhibit.Matrix("", List.of(Cell.code("runs")), columns(100), values, Quantity.COUNT, "");
        String shown = shown(sums, new Screen(40, false));
        assertThat(shown.lines().findFirst().orElse("")).hasSize("runs".length() + 2 + 34);
        assertThat(shown.replace("\n", " ")).contains("█ to 294", "each shade is the sum of 3 columns");
        Exhibit.Matrix highest =
                new Exhibit.Matrix("", List.of(Cell.code("runs")), columns(100), values, Quantity.DURATION, "");
        assertThat(shown(highest, new Screen(40, false)).replace("\n", " "))
                .contains("█ to 100 ns", "each shade is the highest of 3 columns");
    }

    @Test
    void equalValuesHaveOneShadeAndEmptyIsExplained() throws IOException {
        Exhibit.Matrix equal = new Exhibit.Matrix(
                "", List.of(Cell.code("x")), columns(2), List.of(7L, 7L), Quantity.DURATION, "nothing ran");
        assertThat(shown(equal, new Screen(80, false))).isEqualTo("x  ░░░░░░\n   c0  c1\n░ to 7 ns, · none\n");
        Exhibit.Matrix none = new Exhibit.Matrix("m", List.of(), List.of(), List.of(), Quantity.COUNT, "nothing ran");
        assertThat(shown(none, new Screen(80, false))).isEqualTo("m\nnothing ran\n");
    }

    @Test
    void fewCountsAreFigures() throws IOException {
        Exhibit.Matrix few = new Exhibit.Matrix(
                "",
                List.of(Cell.text("hot"), Cell.text("never ran")),
                columns(2),
                List.of(1204L, 0L, 3L, Time.UNKNOWN),
                Quantity.COUNT,
                "");
        assertThat(shown(few, new Screen(80, false)))
                .isEqualTo("              c0     c1\nhot        1,204      0\nnever ran      3      ·\n");
    }

    @Test
    void coloursComeOnlyWhereTheScreenHasThem() throws IOException {
        Exhibit.Matrix matrix =
                new Exhibit.Matrix("m", List.of(Cell.code("x")), columns(2), List.of(1L, 2L), Quantity.COUNT, "");
        assertThat(shown(matrix, new Screen(80, false))).doesNotContain("\u001b");
        assertThat(shown(matrix, new Screen(80, true))).contains("\u001b[");
    }

    @Property(tries = 200)
    void itFitsTheScreen(
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(min = 1, max = 60) int name,
            @ForAll @IntRange(min = 40, max = 200) int width)
            throws IOException {
        List<Long> values = LongStream.range(0, columns).boxed().toList();
        Exhibit.Matrix matrix = new Exhibit.Matrix(
                "", List.of(Cell.code("n".repeat(name))), columns(columns), values, Quantity.DURATION, "");
        shown(matrix, new Screen(width, false))
                .lines()
                .forEach(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(width));
    }

    private static List<Cell> columns(int count) {
        return IntStream.range(0, count).mapToObj(i -> Cell.text("c" + i)).toList();
    }

    private static String shown(Exhibit exhibit, Screen screen) throws IOException {
        StringBuilder text = new StringBuilder();
        new TerminalOutput().write(Answer.of("x", "what?", List.of(exhibit)), screen, text);
        return text.toString();
    }
}
