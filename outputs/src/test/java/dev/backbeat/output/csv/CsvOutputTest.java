package dev.backbeat.output.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvOutputTest {

    private final CsvOutput output = new CsvOutput();

    @Test
    void eachTableIsAsItWas() {
        for (Answer part : output.parts(Shop.answer())) {
            Golden.check("csv/" + part.id() + ".csv", Golden.written(output, part));
        }
        Answer flow = Answer.of("flow", "", List.of(Shop.timeline(), Shop.graph()));
        for (Answer part : output.parts(flow)) {
            Golden.check("csv/" + part.id() + ".csv", Golden.written(output, part));
        }
    }

    @Test
    void severalTablesAreNoFile() {
        assertThatThrownBy(() -> Golden.written(output, Shop.answer()))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`shop` holds 4 tables, and a file of CSV holds one")
                .satisfies(e -> assertThat(((BackbeatException) e).hint().orElseThrow())
                        .contains("--table", "1 worth a look; 2 figures; 3 handlers"));
        Answer none = Answer.of("x", "", List.of(new Exhibit.Document("", List.of())));
        assertThatThrownBy(() -> Golden.written(output, none)).hasMessage("`x` holds no table");
    }

    @Property(tries = 300)
    void everyTextComesBack(@ForAll String first, @ForAll String second) {
        List<List<Cell>> rows =
                List.of(List.of(Cell.text(first), Cell.code(second)), List.of(Cell.count(-5), Cell.text("")));
        Exhibit table =
                Exhibit.Table.of("t", List.of(Exhibit.Column.text(first), Exhibit.Column.number(second)), rows, "");
        List<List<String>> read = read(Golden.written(output, Answer.of("x", "", List.of(table))));
        assertThat(read).hasSize(3);
        assertThat(read.get(1)).containsExactly(Grid.text(first), Grid.text(second));
        assertThat(read.get(2)).containsExactly("-5", "");
        assertThat(read.stream().skip(1).flatMap(List::stream).filter(field -> !field.equals("-5")))
                .allSatisfy(field -> assertThat(field.isEmpty() || "=+-@\t\r\n".indexOf(field.charAt(0)) < 0)
                        .isTrue());
    }

    @Test
    void formulasAreText() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1")) {
            assertThat(Grid.text(formula)).startsWith("'");
        }
        assertThat(Grid.text("a=1")).isEqualTo("a=1");
        for (Answer part : output.parts(EveryKind.saying("=" + Golden.HOSTILE))) {
            assertThat(read(Golden.written(output, part)).stream().flatMap(List::stream))
                    .noneMatch(field -> field.startsWith("="));
        }
    }

    /// As RFC 4180 says it, and nothing else.
    private static List<List<String>> read(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                boolean escaped = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (c != '"' || escaped) {
                    field.append(c);
                    i += escaped ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                assertThat(field).as("a quote begins a field").isEmpty();
                quoted = true;
            } else if (c == ',' || c == '\r') {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++i)).isEqualTo('\n');
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else {
                assertThat(c).isNotEqualTo('\n');
                field.append(c);
            }
        }
        assertThat(record).isEmpty();
        return records;
    }
}
