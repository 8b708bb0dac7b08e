package dev.backbeat.analysis.profile;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Collects what is known of the runs of some handlers.
final class Tally {

    /// How many medians a trend is drawn through.
    static final int TREND_STRETCHES = 12;

    /// An event in a sequence and a build, whose beats called the handlers.
    record Called(String sequence, String event, String build) {}

    final long[] ownByStretch;
    final Set<Called> called = new HashSet<>();
    /// The handlers as the log calls them.
    final Set<HandlerKey> logged = new HashSet<>();
    final Histogram own = new Histogram();
    final Histogram self = new Histogram();
    final Excess path = new Excess();
    private final Histogram[] trend = new Histogram[TREND_STRETCHES];
    long runs;
    long timedRuns;
    long ownNanos;
    long waitedNanos;
    long nestedNanos;
    long minNanos = Long.MAX_VALUE;
    long maxNanos = -1;
    long savedNanos;

    /// @param stretches into how many equal parts time is divided
    Tally(int stretches) {
        ownByStretch = new long[stretches];
        for (int i = 0; i < trend.length; i++) {
            trend[i] = new Histogram();
        }
    }

    /// Some runs that took equally long, in one stretch of time.
    void took(int stretch, long ownNanosEach, long count, long sumNanos) {
        own.add(ownNanosEach, count);
        ownByStretch[stretch] += sumNanos;
        trend[stretch * TREND_STRETCHES / ownByStretch.length].add(ownNanosEach, count);
    }

    void addAll(Tally other) {
        runs += other.runs;
        timedRuns += other.timedRuns;
        ownNanos += other.ownNanos;
        waitedNanos += other.waitedNanos;
        nestedNanos += other.nestedNanos;
        minNanos = Math.min(minNanos, other.minNanos);
        maxNanos = Math.max(maxNanos, other.maxNanos);
        savedNanos += other.savedNanos;
        logged.addAll(other.logged);
        own.addAll(other.own);
        self.addAll(other.self);
        path.addAll(other.path);
        called.addAll(other.called);
        for (int i = 0; i < ownByStretch.length; i++) {
            ownByStretch[i] += other.ownByStretch[i];
        }
        for (int i = 0; i < trend.length; i++) {
            trend[i].addAll(other.trend[i]);
        }
    }

    /// The exact ends bound what stands for a bucket.
    private long percentile(int percent) {
        return Math.clamp(own.percentile(percent), minNanos, maxNanos);
    }

    /// The figures, with the time of the beats that called the handlers.
    Profile.Times times(long beatNanos) {
        boolean timed = timedRuns > 0;
        return new Profile.Times(
                runs,
                timedRuns,
                ownNanos,
                waitedNanos,
                ownNanos - nestedNanos,
                beatNanos,
                savedNanos,
                timed ? minNanos : Time.UNKNOWN,
                timed ? Math.round((double) ownNanos / timedRuns) : Time.UNKNOWN,
                timed ? percentile(50) : Time.UNKNOWN,
                timed ? percentile(90) : Time.UNKNOWN,
                timed ? percentile(95) : Time.UNKNOWN,
                timed ? percentile(99) : Time.UNKNOWN,
                timed ? maxNanos : Time.UNKNOWN,
                trend());
    }

    private Trend trend() {
        List<Long> medians = new ArrayList<>();
        for (Histogram stretch : trend) {
            medians.add(stretch.count() >= Trend.FEWEST_RUNS ? stretch.median() : Time.UNKNOWN);
        }
        return Trend.of(medians);
    }

    List<Long> ownByStretch() {
        return IntStream.range(0, ownByStretch.length)
                .mapToObj(stretch -> ownByStretch[stretch])
                .toList();
    }
}
