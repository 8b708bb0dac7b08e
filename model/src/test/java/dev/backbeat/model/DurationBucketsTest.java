package dev.backbeat.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationBucketsTest {

    @Property
    void whatStandsForABucketIsWithinOnePercent(@ForAll @LongRange(min = 1) long nanos) {
        long middle = DurationBuckets.middleNanos(DurationBuckets.of(nanos));
        assertThat(Math.abs(middle - nanos)).isLessThanOrEqualTo(nanos / 100);
    }

    @Property
    void numbersAscendWithDurations(@ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
        assertThat(Integer.compare(DurationBuckets.of(one), DurationBuckets.of(other)))
                .isIn(0, Long.compare(one, other));
    }

    @Property
    void theLowestOfABucketIsInIt(@ForAll @LongRange(min = 0) long nanos) {
        int bucket = DurationBuckets.of(nanos);
        long lowest = DurationBuckets.lowestNanos(bucket);
        assertThat(lowest).isLessThanOrEqualTo(nanos);
        assertThat(DurationBuckets.of(lowest)).isEqualTo(bucket);
        assertThat(lowest == 0 || DurationBuckets.of(lowest - 1) < bucket).isTrue();
    }

    @Test
    void theEndsHaveNumbers() {
        assertThat(DurationBuckets.of(0)).isZero();
        assertThat(DurationBuckets.of(-5)).isZero();
        assertThat(DurationBuckets.of(63)).isEqualTo(63);
        assertThat(DurationBuckets.of(64)).isEqualTo(64);
        assertThat(DurationBuckets.of(Long.MAX_VALUE)).isEqualTo(3711);
        assertThat(DurationBuckets.middleNanos(127)).isEqualTo(127);
        assertThat(DurationBuckets.middleNanos(128)).isEqualTo(128);
    }
}
