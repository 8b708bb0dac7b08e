package dev.backbeat.ingest.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backbeat.model.Time;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePatternTest {

    private final Captures captures = new Captures();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "beat {int} of {int}  | beat 3 of 12         | 3|12",
                "beat {int}!          | beat -7!             | -7|",
                "took {num}ms         | took 12.5ms          | 12.5|",
                "took {num}ms         | took 12ms            | 12|",
                "Topic '{text}' x     | Topic 'a' b' x       | a' b|",
                "Topic '{text}' to {word} | Topic 'a' to b   | a|b",
                "\"{text}\" (id: {text}) | \"A (id: b)\" (id: c) | A (id: b)|c",
                "\"{last}\" (id: {text}) | \"A\" (id: b)\" (id: c) | A\" (id: b)|c",
                "{last} ({text})      | Add (one) (add:one)  | Add (one)|add:one",
                "failed: {any}        | failed: a: b         | a: b|",
                "🥁 {word} 🎯         | 🥁 größe 🎯          | größe|",
                "{{routes: {int}}     | {routes: 4}          | 4|",
            })
    void holesHoldWhatStandsInThem(String pattern, String message, String first, String second) {
        List<String> texts = match(pattern, message);
        assertThat(texts).isNotNull().startsWith(first);
        if (second != null) {
            assertThat(texts).element(1).isEqualTo(second);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "beat {int}           | beat 3.5",
                "beat {int}           | beat -",
                "beat {int}           | beat",
                "beat {int}!          | beat 1x!",
                "took {num}ms         | took 1.2.3ms",
                "took {num}ms         | took ms",
                "to {word}            | to a b",
                "to {word}!           | to !",
                "say '{text}'         | say ''",
                "{last} ({text})      | (a)",
                "done                 | done!",
                "done                 | don",
                "🥁 beat {int}        | 🥁x beat 1",
            })
    void whatDoesNotFitAsAWholeIsNoMatch(String pattern, String message) {
        assertThat(match(pattern, message)).isNull();
    }

    @Test
    void anythingMayBeNothing() {
        assertThat(match("failed: {any}", "failed: ")).containsExactly("");
        assertThat(match("a{any}b{any}", "ab")).containsExactly("", "");
    }

    @Test
    void aMessageInsideOfOtherBytesIsReadWithinItsBounds() {
        byte[] bytes = "beat 12345".getBytes(StandardCharsets.UTF_8);
        assertThat(MessagePattern.of("beat {int}").matches(bytes, 0, 7, captures))
                .isTrue();
        assertThat(captures.intAt(0)).isEqualTo(12);
        assertThat(MessagePattern.of("beat {int}").matches(bytes, 0, 5, captures))
                .isFalse();
    }

    @Test
    void numbersAreCutToTheirRangeAndMillisecondsBecomeNanoseconds() {
        match("{int} {num} {num}", "99999999999 227.60 0.0000019");
        assertThat(captures.intAt(0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(captures.nanosFromMillis(1)).isEqualTo(227_600_000);
        assertThat(captures.nanosFromMillis(2)).isEqualTo(1);
        match("{int}", "-99999999999");
        assertThat(captures.intAt(0)).isEqualTo(-Integer.MAX_VALUE);
        match("{num}", "-1.5");
        assertThat(captures.nanosFromMillis(0)).isEqualTo(-3 * Time.NANOS_PER_MILLI / 2);
        match("{num}", "99999999999999999999999");
        assertThat(captures.nanosFromMillis(0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{int}{word}", "a {text}{any}", "{number}", "a {int", "{}"})
    void aPatternThatMakesNoSenseIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessagePattern.of(pattern))
                .withMessageContaining(pattern);
    }

    @Test
    void tooManyHolesAreRefused() {
        String most = "{int} ".repeat(MessagePattern.MAX_HOLES);
        assertThat(MessagePattern.of(most).source()).isEqualTo(most);
        assertThatIllegalArgumentException().isThrownBy(() -> MessagePattern.of(most + "{int}"));
    }

    private List<String> match(String pattern, String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        MessagePattern compiled = MessagePattern.of(pattern);
        if (!compiled.matches(bytes, 0, bytes.length, captures)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int hole = 0; hole < pattern.replace("{{", "").split("\\{", -1).length - 1; hole++) {
            texts.add(captures.text(hole));
        }
        return texts;
    }
}
