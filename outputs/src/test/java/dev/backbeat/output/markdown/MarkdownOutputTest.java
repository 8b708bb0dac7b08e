package dev.backbeat.output.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Severity;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkdownOutputTest {

    private final MarkdownOutput output = new MarkdownOutput(Shop.RULES);

    @Test
    void theCommentIsAsItWas() {
        Golden.check("markdown/shop.md", Golden.written(output, Shop.answer()));
        Golden.check("markdown/hostile.md", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Test
    void textIsText() {
        assertThat(Escaped.plain("a|b")).isEqualTo("a&#124;b");
        assertThat(Escaped.plain("@team #12 https://x www.y.z"))
                .isEqualTo("@<!-- -->team &#35;<!-- -->12 https:<!-- -->//x www<!-- -->.y.z");
        assertThat(Escaped.plain("1. one")).isEqualTo("1&#46; one");
        assertThat(Escaped.plain("- one")).isEqualTo("&#45; one");
        assertThat(Escaped.words("`a|b` <c>")).isEqualTo("<code>a&#124;b</code> &#60;c&#62;");
        assertThat(Escaped.words("`a` ` b")).isEqualTo("&#96;a&#96; &#96; b");
        assertThat(Escaped.code("**x** `y`")).isEqualTo("<code>&#42;&#42;x&#42;&#42; &#96;y&#96;</code>");
    }

    @Property(tries = 300)
    void aRowStaysARow(@ForAll String text) {
        String comment = Golden.written(
                output,
                Answer.of(
                        "x",
                        text,
                        List.of(new Exhibit.Findings(
                                text,
                                List.of(new Finding("EXEC001", Severity.ERROR, text, 1, List.of(), text)),
                                List.of(),
                                ""))));
        List<String> lines = comment.lines().toList();
        String row = lines.getLast();
        assertThat(row).startsWith("| error | ").endsWith("| 1× |");
        assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(6);
        assertThat(row.replaceAll("</?code>|<br>|</?sub>|<!-- -->", "")).doesNotContain("<", ">");
    }

    @Test
    void aLongAnswerFitsAComment() {
        List<Finding> many = IntStream.range(0, 5_000)
                .mapToObj(i -> new Finding("EXEC001", Severity.ERROR, "a finding ".repeat(9) + i, i, List.of(), "do"))
                .toList();
        Exhibit findings = new Exhibit.Findings("", many, List.of(), "");
        List<Exhibit> tables = IntStream.range(0, 400)
                .mapToObj(i -> (Exhibit) Shop.answer().exhibits().get(2))
                .toList();
        String comment = Golden.written(
                output,
                Answer.of(
                        "x",
                        "q",
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(findings), tables.stream())
                                .toList()));
        assertThat(comment.length()).isLessThan(65_000);
        assertThat(comment).contains("4,990 more findings", "4,940 more are not listed here", "more parts do not fit");
    }
}
