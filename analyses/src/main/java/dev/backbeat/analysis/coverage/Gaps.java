package dev.backbeat.analysis.coverage;

/// How much a test of a handler is missed.
final class Gaps {

    private static final double MILLION = 1e6;

    private Gaps() {}

    /// The gap, in millionths: `u · t · (1 + e) · (1 + c) / 4`, where `u` is the part of its lines that no
    /// test runs, `t` is `log(1 + runs)` as a part of that of the handler that runs most, `e` the part of
    /// its runs that failed or never ended, and `c` is `log(1 + changes)` as a part of that of the handler
    /// that changes most.
    ///
    /// @param untested the part of its lines that no test runs, 0 to 1
    static long millionths(double untested, long runs, long mostRuns, long troubled, int changes, int mostChanges) {
        double traffic = part(runs, mostRuns);
        double errors = runs == 0 ? 0 : Math.min(1, (double) troubled / runs);
        return Math.round(untested * traffic * (1 + errors) * (1 + part(changes, mostChanges)) / 4 * MILLION);
    }

    private static double part(long value, long most) {
        return most == 0 ? 0 : Math.log1p(value) / Math.log1p(most);
    }
}
