package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ExcessTest {

    @Property
    void isWhatAddingUpSays(
            @ForAll List<@LongRange(min = 0, max = 1000) Long> all,
            @ForAll @LongRange(min = 0, max = 1000) long limit) {
        Excess excess = new Excess();
        all.forEach(nanos -> excess.add(nanos, 1, nanos));
        long expected =
                all.stream().mapToLong(nanos -> Math.max(0, nanos - limit)).sum();
        assertThat(excess.above(limit)).isEqualTo(expected);
    }
}
