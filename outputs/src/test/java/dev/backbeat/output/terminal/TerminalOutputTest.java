package dev.backbeat.output.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.model.Time;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TerminalOutputTest {

    @Test
    void durationsAreHuman() {
        assertThat(Figures.duration(999)).isEqualTo("999 ns");
        assertThat(Figures.duration(250_000)).isEqualTo("250 µs");
        assertThat(Figures.duration(1_234_000)).isEqualTo("1.23 ms");
        assertThat(Figures.duration(143_000_000)).isEqualTo("143 ms");
        assertThat(Figures.duration(3_400_000_000L)).isEqualTo("3.40 s");
        assertThat(Figures.duration(143_000_000_000L)).isEqualTo("2 min 23 s");
        assertThat(Figures.duration(7_260_000_000_000L)).isEqualTo("2 h 1 min");
        assertThat(Figures.bytes(1_336_371)).isEqualTo("1.3 MB");
    }

    @Test
    void longNamesAreCutInTheMiddle() {
        assertThat(Width.cut("CanvasComponentPlugin.createNode", 16)).isEqualTo("CanvasCo…ateNode");
        assertThat(Width.of("🥁 a")).isEqualTo(4);
    }

    @Test
    void figuresAreAlignedAndUnknownIsNoNumber() throws IOException {
        Exhibit.Table table = Exhibit.Table.of(
                "times",
                List.of(Exhibit.Column.text("name"), Exhibit.Column.number("time")),
                List.of(
                        List.of(Cell.code("short"), Cell.duration(1_000_000)),
                        List.of(Cell.code("a longer one"), Cell.unknown())),
                "");
        assertThat(shown(table, 80)).isEqualTo("""
                times
                name             time
                short         1.00 ms
                a longer one        –
                """);
    }

    @Test
    void wordsMoveToASecondLineWhereThereIsNoRoom() throws IOException {
        Exhibit.Table table = Exhibit.Table.of(
                "",
                List.of(Exhibit.Column.text("what"), Exhibit.Column.text("where"), Exhibit.Column.number("n")),
                List.of(List.of(Cell.code("a".repeat(30)), Cell.code("b".repeat(30)), Cell.count(7))),
                "");
        assertThat(shown(table, 40)).isEqualTo("""
                what                            n
                    where
                %s  7
                    %s
                """.formatted("a".repeat(30), "b".repeat(30)));
    }

    @Test
    void emptyIsExplained() throws IOException {
        assertThat(shown(Exhibit.Table.of("things", List.of(), List.of(), "there are none"), 80))
                .isEqualTo("things\nthere are none\n");
    }

    @Property
    void nothingIsWiderThanTheScreen(@ForAll List<String> names, @ForAll @IntRange(min = 60, max = 200) int width)
            throws IOException {
        List<List<Cell>> rows = names.stream()
                .map(name -> List.of(Cell.code(name), Cell.count(name.length()), Cell.text(name)))
                .toList();
        List<Exhibit.Column> columns =
                List.of(Exhibit.Column.text("a"), Exhibit.Column.number("b"), Exhibit.Column.text("c"));
        shown(Exhibit.Table.of("", columns, rows, ""), width)
                .lines()
                .forEach(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(width));
    }

    @Property
    void whatIsVisibleSteersNoTerminal(@ForAll String text) {
        assertThat(Visible.of(text)).doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2028\\u2029]");
        assertThat(Visible.of(Visible.of(text))).isEqualTo(Visible.of(text));
    }

    @Test
    void valuesReadAsOnPages() throws IOException {
        Path cases = Path.of(System.getProperty("backbeat.root")).resolve("ui/src/base/figures.cases.json");
        JsonNode kinds = JsonMapper.builder().build().readTree(Files.readString(cases));
        assertThat(kinds.propertyNames()).hasSize(6);
        for (String kind : kinds.propertyNames()) {
            for (JsonNode example : kinds.get(kind)) {
                // Text stands for a number that JavaScript would round.
                BigInteger value = new BigInteger(example.get(0).asString());
                if (value.bitLength() < Long.SIZE) {
                    assertThat(Figures.of(value(kind, value.longValue())))
                            .isEqualTo(example.get(1).asString());
                }
            }
        }
    }

    private static Cell.Value value(String kind, long value) {
        return switch (kind) {
            case "count" -> new Cell.Value.Count(value);
            case "bytes" -> new Cell.Value.Bytes(value);
            case "duration" -> new Cell.Value.Duration(value);
            case "instant" -> new Cell.Value.Instant(value);
            case "share" -> new Cell.Value.Share(value);
            case "change" -> new Cell.Value.Change(value);
            default -> throw new AssertionError(kind);
        };
    }

    @Test
    void sparksAreNarrowAndShowWhatIsMissing() {
        assertThat(Figures.spark(List.of(0L, 1L, 4L, Time.UNKNOWN, 8L))).isEqualTo("▁▂▅·█");
        assertThat(Figures.spark(List.of())).isEmpty();
        assertThat(Figures.spark(List.of(Time.UNKNOWN))).isEqualTo("·");
        assertThat(Figures.spark(LongStream.range(0, 1000).boxed().toList()))
                .hasSize(24)
                .endsWith("█");
    }

    @Test
    void columnsAreExplainedUnderTheirTable() throws IOException {
        Exhibit.Column noted =
                Exhibit.Column.number("own").noted("its end minus the later of its call and the end before it");
        Exhibit.Table table =
                Exhibit.Table.of("", List.of(noted), List.of(List.of(Cell.duration(1_000_000))), "nothing");
        assertThat(shown(table, 40)).isEqualTo("""
                    own
                1.00 ms
                own: its end minus the later of its
                  call and the end before it
                """);
    }

    @Test
    void documentsAreWrappedAndTheirLinesAreNot() throws IOException {
        Exhibit.Document document = new Exhibit.Document(
                "a.log:9",
                List.of(
                        new Block.Paragraph("one two three four five six seven eight nine"),
                        new Block.Listing("log", "a.log:9", 9, 10, List.of("\tnine", "x".repeat(50))),
                        new Block.Listing("java", "A.java:1@abc", 1, 0, List.of("class A {}"))));
        assertThat(shown(document, 40)).isEqualTo("""
                a.log:9
                one two three four five six seven eight
                nine

                   9      nine
                ▸ 10  %s

                A.java:1@abc
                  1  class A {}
                """.formatted("x".repeat(50)));
    }

    private static String shown(Exhibit exhibit, int width) throws IOException {
        StringBuilder text = new StringBuilder();
        new TerminalOutput().write(Answer.of("x", "what?", List.of(exhibit)), new Screen(width, false), text);
        return text.toString();
    }
}
