package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Cell;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlerTablesTest {

    @Test
    void handlersThatSeveralSequencesNameAreToldApart() {
        List<Cell> names = HandlerTables.names(List.of(
                line("p.load", "first", null),
                line("p.load", "second", null),
                line("p.save", "first", null),
                line("p.save", "first", "B")));
        assertThat(names)
                .extracting(Cell::value)
                .containsExactly(
                        Cell.code("p.load of first").value(),
                        Cell.code("p.load of second").value(),
                        Cell.code("p.save").value(),
                        Cell.code("p.save in B").value());
        assertThat(names.get(1).references())
                .as("each leads to its own")
                .containsExactly(new Reference.ToHandler(new HandlerKey("p", "second", "p.load")));
    }

    private static Profile.Line line(String name, String sequence, @Nullable String build) {
        Trend trend = new Trend(0, 0, List.of());
        Profile.Times times = new Profile.Times(1, 1, 5, 0, 5, 5, 0, 5, 5, 5, 5, 5, 5, 5, trend);
        return new Profile.Line(
                name, new HandlerKey("p", sequence, name), sequence, build, null, null, times, null, List.of(5L));
    }
}
