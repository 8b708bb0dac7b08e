package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Time;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final long NONE = Time.UNKNOWN;

    @Test
    void aLineIsFound() {
        Trend trend = Trend.of(List.of(100L, 110L, 120L, 130L, 140L));
        assertThat(trend.fromNanos()).isEqualTo(100);
        assertThat(trend.toNanos()).isEqualTo(140);
    }

    @Test
    void anOutlierDoesNotMoveIt() {
        Trend trend = Trend.of(List.of(100L, 110L, 9_000L, 130L, 140L, 150L, 160L));
        assertThat(trend.fromNanos()).isEqualTo(100);
        assertThat(trend.toNanos()).isEqualTo(160);
    }

    @Test
    void stretchesWithoutRunsAreLeftOut() {
        Trend trend = Trend.of(List.of(NONE, 100L, NONE, 120L, 130L, 140L, NONE, 160L, NONE));
        assertThat(trend.fromNanos()).isEqualTo(100);
        assertThat(trend.toNanos()).isEqualTo(160);
    }

    @Test
    void fewStretchesHaveNoTrend() {
        Trend trend = Trend.of(List.of(1L, 2L, 3L, 4L, NONE));
        assertThat(trend.fromNanos()).isEqualTo(NONE);
        assertThat(trend.toNanos()).isEqualTo(NONE);
        assertThat(trend.medians()).hasSize(5);
    }

    @Test
    void itNeverFallsBelowNothing() {
        assertThat(Trend.of(List.of(40L, 30L, 20L, 0L, 0L)).toNanos()).isNotNegative();
    }
}
