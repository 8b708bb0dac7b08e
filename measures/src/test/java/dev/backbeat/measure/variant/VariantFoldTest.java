package dev.backbeat.measure.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VariantFoldTest {

    @Property(tries = 300)
    void countsWhatAMapCounts(
            @ForAll @Size(max = 200) List<@Size(max = 6) List<@IntRange(min = 0, max = 2) Integer>> cases,
            @ForAll @IntRange(min = 0, max = 200) int cut) {
        VariantFold fold = new VariantFold();
        VariantFold later = new VariantFold();
        later.label("a label that shifts the numbers");
        Map<List<String>, Long> expected = new LinkedHashMap<>();
        Map<List<String>, Long> firsts = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            VariantFold into = i < cut ? fold : later;
            into.begin(i);
            List<String> labels = new ArrayList<>();
            for (int label : cases.get(i)) {
                into.add(i, "label " + label);
                labels.add("label " + label);
            }
            expected.merge(labels, 1L, Long::sum);
            firsts.putIfAbsent(labels, (long) i);
        }
        fold.merge(later);
        List<Variant> variants = fold.variants();
        Map<List<String>, Long> found = new LinkedHashMap<>();
        variants.forEach(variant -> found.put(variant.labels(), variant.executions()));
        assertThat(found).isEqualTo(expected);
        assertThat(fold.executions()).isEqualTo(cases.size());
        assertThat(variants).allSatisfy(variant -> assertThat(variant.first())
                .isEqualTo(firsts.get(variant.labels())));
        assertThat(variants.stream().map(Variant::executions)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void manyVariantsStayApart() {
        VariantFold fold = new VariantFold();
        for (int i = 0; i < 10_000; i++) {
            fold.add(i, "a" + i % 100);
            fold.add(i, "b" + i / 100 % 50);
        }
        assertThat(fold.variants()).hasSize(5_000).allMatch(variant -> variant.executions() == 2);
    }
}
