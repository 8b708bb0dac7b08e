package dev.backbeat.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.journal.Journal;
import dev.backbeat.store.RawLines.RawLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageLinesTest {

    private final PageLines page = page(100, 7, "one\r\ntwo\n\nfour\nfive\n");

    @Test
    void linesAreNumberedFromThoseBefore() {
        assertThat(page.holds(99)).isFalse();
        assertThat(page.holds(100)).isTrue();
        assertThat(page.holds(119)).isTrue();
        assertThat(page.holds(120)).isFalse();
        assertThat(page.number(100)).isEqualTo(8);
        assertThat(page.number(104)).isEqualTo(8);
        assertThat(page.number(105)).isEqualTo(9);
        assertThat(page.number(109)).isEqualTo(10);
        assertThat(page.number(119)).isEqualTo(12);
    }

    @Test
    void aLineHasItsNeighbours() {
        assertThat(page.around(106, 1, 1))
                .hasValueSatisfying(lines -> assertThat(lines)
                        .containsExactly(
                                new RawLine(8, "one", false), new RawLine(9, "two", true), new RawLine(10, "", false)));
    }

    @Test
    void whatMayStandInAnotherPieceIsNotTold() {
        assertThat(page.around(100, 1, 1)).isEmpty();
        assertThat(page.around(111, 1, 1)).isEmpty();
        assertThat(page.around(116, 0, 0)).isEmpty();
        assertThat(page(0, 0, "one\ntwo\nthree\n").around(0, 5, 1)).isPresent();
        assertThat(page(0, 0, "a\n" + "x".repeat(20_000) + "\nb\n").around(0, 0, 1))
                .isEmpty();
    }

    private static PageLines page(long offset, long linesBefore, String text) {
        return new PageLines(new Journal.Page(offset, linesBefore, text.getBytes(StandardCharsets.UTF_8)));
    }
}
