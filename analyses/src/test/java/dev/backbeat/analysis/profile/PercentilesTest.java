package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void theMedianOfTwoIsTheFirst() {
        assertThat(Percentiles.nearestRank(new long[] {3, 9}, new long[] {1, 1}, 2, 50))
                .isEqualTo(3);
        assertThat(Percentiles.nearestRank(new long[] {3, 9}, new long[] {1, 1}, 2, 95))
                .isEqualTo(9);
        assertThat(Percentiles.nearestRank(new long[] {3, 9}, new long[] {99, 1}, 2, 99))
                .isEqualTo(3);
    }

    @Property
    void isWhatSortingSays(
            @ForAll @NotEmpty List<@LongRange(min = 0, max = 50) Long> all,
            @ForAll @IntRange(min = 1, max = 100) int p) {
        Map<Long, Long> counts = new TreeMap<>();
        all.forEach(value -> counts.merge(value, 1L, Long::sum));
        long[] values = counts.keySet().stream().mapToLong(Long::longValue).toArray();
        long[] often = counts.values().stream().mapToLong(Long::longValue).toArray();
        List<Long> sorted = all.stream().sorted().toList();
        long expected = sorted.get((int) Math.ceil(p * all.size() / 100.0) - 1);
        assertThat(Percentiles.nearestRank(values, often, values.length, p)).isEqualTo(expected);
    }
}
