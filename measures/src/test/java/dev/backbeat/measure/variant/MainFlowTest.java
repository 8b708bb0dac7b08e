package dev.backbeat.measure.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MainFlowTest {

    private static List<Variant> variants(String... traces) {
        List<Variant> variants = new ArrayList<>();
        for (String trace : traces) {
            variants.add(new Variant(Arrays.asList(trace.split("")), 1, variants.size()));
        }
        return variants;
    }

    /// `b?` is optional, `(c d)` run in any order, `b2` comes the second time.
    private static String flow(String... traces) {
        StringBuilder text = new StringBuilder();
        int group = -1;
        for (MainFlow.Step step : MainFlow.of(variants(traces))) {
            text.append(group >= 0 && group != step.group() ? ")" : "");
            text.append(step.group() >= 0 && group != step.group() ? " (" : " ");
            text.append(step.label()).append(step.occurrence() > 1 ? step.occurrence() : "");
            text.append(step.optional() ? "?" : "");
            group = step.group();
        }
        return text.append(group >= 0 ? ")" : "").toString().strip();
    }

    @Test
    void oneVariantIsTheFlow() {
        assertThat(flow("abc")).isEqualTo("a b c");
    }

    @Test
    void whatAVariantLacksIsOptional() {
        assertThat(flow("abc", "ac")).isEqualTo("a b? c");
        assertThat(flow("ac", "abc")).isEqualTo("a b? c");
    }

    @Test
    void whatRunsInEitherOrderIsAGroup() {
        assertThat(flow("abcd", "acbd")).isEqualTo("a (b c) d");
        assertThat(flow("abcd", "acbd", "abd")).isEqualTo("a (b c?) d");
    }

    @Test
    void ordersThatContradictOverSeveralStepsAreAGroup() {
        assertThat(flow("abc", "bca", "d")).isEqualTo("(a? b? c?) d?");
        assertThat(flow("ab", "bc", "ca")).isEqualTo("(a? b? c?)");
    }

    @Test
    void alternativesAreOptionalAfterEachOther() {
        assertThat(flow("abd", "acd")).isEqualTo("a b? c? d");
    }

    @Test
    void whatComesAgainIsAStepOfItsOwn() {
        assertThat(flow("aab", "ab")).isEqualTo("a a2? b");
        assertThat(flow("aba")).isEqualTo("a b a2");
    }

    @Test
    void noVariantsAreNoSteps() {
        assertThat(MainFlow.of(List.of())).isEmpty();
        assertThat(MainFlow.of(List.of(new Variant(List.of(), 3, 1)))).isEmpty();
    }

    /// Each variant is a way through: its steps in the order of their groups, and all that is required.
    @Property
    void everyVariantIsAWayThrough(
            @ForAll @Size(min = 1, max = 8)
                    List<@StringLength(min = 1, max = 9) @CharRange(from = 'a', to = 'f') String> traces) {
        List<Variant> variants = variants(traces.toArray(String[]::new));
        List<MainFlow.Step> steps = MainFlow.of(variants);
        assertThat(MainFlow.of(variants)).isEqualTo(steps);
        Map<String, Integer> places = new HashMap<>();
        int place = 0;
        for (int i = 0; i < steps.size(); i++) {
            MainFlow.Step step = steps.get(i);
            boolean together = i > 0
                    && step.group() >= 0
                    && step.group() == steps.get(i - 1).group();
            place += together ? 0 : 1;
            assertThat(places.put(step.label() + step.occurrence(), place)).isNull();
        }
        for (Variant variant : variants) {
            Map<String, Integer> times = new HashMap<>();
            Set<String> ran = new HashSet<>();
            int last = 0;
            for (String label : variant.labels()) {
                String step = label + times.merge(label, 1, Integer::sum);
                assertThat(places.get(step)).isGreaterThanOrEqualTo(last);
                last = places.get(step);
                ran.add(step);
            }
            steps.stream()
                    .filter(step -> !step.optional())
                    .forEach(step -> assertThat(ran).contains(step.label() + step.occurrence()));
        }
        steps.stream()
                .filter(MainFlow.Step::optional)
                .forEach(step -> assertThat(variants)
                        .anyMatch(variant -> variant.labels().stream()
                                        .filter(step.label()::equals)
                                        .count()
                                < step.occurrence()));
    }
}
