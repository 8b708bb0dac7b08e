package dev.backbeat.ingest.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much of each handler run's self time its execution had to wait for. The path is walked backwards
/// from the end, always to the handler run that runs then and ends last, from its beginning on in the
/// same way; where none runs, to the one that ended last before. After B. P. Miller and C.-Q. Yang, *IPS:
/// An Interactive and Automatic Performance Measurement Tool*, 1987, on what a log shows instead of
/// messages.
final class CriticalPath {

    private CriticalPath() {}

    /// A stretch of self time and whose it is.
    private record Stretch(int run, Spans.Span span) {}

    /// The time on the path, by run.
    ///
    /// @param selfTimes the self time of each run
    /// @param endNanos where to begin to walk
    static long[] onPathNanos(List<Spans> selfTimes, long endNanos) {
        List<Stretch> stretches = new ArrayList<>(selfTimes.size());
        for (int run = 0; run < selfTimes.size(); run++) {
            for (Spans.Span span : selfTimes.get(run).parts()) {
                stretches.add(new Stretch(run, span));
            }
        }
        // The sort is stable, so of two that end together the first called is taken.
        stretches.sort(
                Comparator.comparingLong((Stretch stretch) -> stretch.span().toNanos())
                        .reversed());
        long[] onPath = new long[selfTimes.size()];
        long at = endNanos;
        for (Stretch stretch : stretches) {
            long from = stretch.span().fromNanos();
            if (from < at) {
                onPath[stretch.run()] += Math.min(at, stretch.span().toNanos()) - from;
                at = from;
            }
        }
        return onPath;
    }
}
