package dev.backbeat.output.lcov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit.Coverage;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LcovOutputTest {

    private final LcovOutput output = new LcovOutput();

    @Test
    void theTracefileIsAsItWas() {
        Coverage coverage = new Coverage(
                "how often functions ran",
                List.of(
                        new Coverage.Source(
                                "src/cart.ts",
                                List.of(
                                        new Coverage.Function(Cell.code("add"), 3, 9, 32),
                                        new Coverage.Function(Cell.code("add"), 12, 14, 0))),
                        new Coverage.Source("src/pay.ts", List.of(new Coverage.Function(Cell.code("pay"), 1, 1, 5)))),
                "");
        Golden.check("lcov/shop.info", Golden.written(output, Answer.of("map", "", List.of(coverage))));
        Golden.check("lcov/hostile.info", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Property(tries = 300)
    void everyLineIsARecordOfItsKind(@ForAll String text) {
        List<String> lines =
                Golden.written(output, EveryKind.saying(text)).lines().toList();
        assertThat(lines.stream().map(line -> line.replaceAll("[:_].*", "")))
                .containsExactly("TN", "SF", "FN", "FN", "FNDA", "FNDA", "FNF", "FNH", "DA", "DA", "LF", "LH", "end");
        assertThat(lines).contains("FNF:2", "FNH:1", "DA:3,7", "DA:9,0", "LF:2", "LH:1");
    }

    @Test
    void whatHasNoFunctionsIsRefused() {
        assertThatThrownBy(() -> Golden.written(output, Shop.answer()))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`shop` does not hold how often functions ran");
        Answer none = Answer.of("map", "", List.of(new Coverage("", List.of(), "no handler is mapped")));
        assertThatThrownBy(() -> Golden.written(output, none)).hasMessage("no handler is mapped");
    }
}
