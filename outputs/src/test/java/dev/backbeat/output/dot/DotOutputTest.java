package dev.backbeat.output.dot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DotOutputTest {

    /// A quoted string of DOT, or anything that is none.
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private final DotOutput output = new DotOutput();

    @Test
    void theGraphIsAsItWas() {
        Golden.check("dot/flow.dot", Golden.written(output, Answer.of("flow", "", List.of(Shop.graph()))));
        Golden.check("dot/hostile.dot", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Property(tries = 300)
    void aNameStaysWithinItsLabel(@ForAll String text) {
        String dot = Golden.written(output, EveryKind.saying(text));
        Matcher strings = STRING.matcher(dot);
        assertThat(strings.replaceAll("S")).isEqualTo("""
                digraph S {
                  graph [rankdir=LR, label=S, labelloc=t, fontname=sans];
                  node [shape=box, style=rounded, fontname=sans, fontsize=11];
                  edge [fontname=sans, fontsize=10];
                  n0 [label=S];
                  n1 [label=S];
                  n0 -> n1 [label=S, penwidth=5.0];
                  n0 -> n0 [label=S, penwidth=2.8];
                }
                """);
    }

    @Test
    void whatIsNoGraphIsRefused() {
        assertThatThrownBy(() -> Golden.written(output, Shop.answer()))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`shop` holds no graph");
    }
}
