package dev.backbeat.analysis.coverage;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which handlers run, which are tested, which are dead.
///
/// @param observed how long was looked
/// @param handlers all handlers, by key
/// @param paths what runs most often
/// @param findings the most severe first
/// @param checks how often each rule was checked
/// @param hasCode whether code was read, without which only handlers that ran are known
/// @param reports how many reports of coverage tools are known
/// @param top how many rows each table has at most
/// @param absence why there is nothing to say; empty where there is
public record Coverage(
        Observed observed,
        List<Handler> handlers,
        List<HotPath> paths,
        List<Finding> findings,
        List<Checked> checks,
        boolean hasCode,
        int reports,
        int top,
        String absence) {

    /// Copies.
    public Coverage {
        handlers = List.copyOf(handlers);
        paths = List.copyOf(paths);
        findings = List.copyOf(findings);
        checks = List.copyOf(checks);
    }

    /// A rule and how often it was checked.
    public record Checked(String rule, long checks) {}

    /// How long production was looked at.
    ///
    /// @param documented how many of the runs are beats whose handler documents alone name
    /// @param firstNanos when the first session began, since 1970
    public record Observed(
            long sessions, long executions, long runs, long documented, long firstNanos, long lastNanos) {}

    /// How often a handler runs.
    public enum Traffic {
        /// It is among those that have most of all runs.
        HOT,
        /// It ran.
        SELDOM,
        /// It did not run.
        NEVER
    }

    /// What is known of a handler's tests.
    public enum Tested {
        /// A coverage tool saw tests call it.
        CALLED,
        /// A document or an audit says that a test reaches it; nobody measured it.
        SAID,
        /// A test imports its file; nobody measured it.
        IMPORTED,
        /// No test is known to reach it.
        UNTESTED
    }

    /// What to do about it.
    public enum Advice {
        /// It runs.
        KEEP,
        /// It did not run, and something may still need it.
        WATCH,
        /// It did not run, and nothing leads to it.
        REMOVE
    }

    /// A handler.
    ///
    /// @param place its code; `null` where that is not known
    /// @param document the line of the document that names it; `null` where none does
    /// @param production how it ran
    /// @param tests what tests it
    /// @param change the last change of it; `null` without history
    /// @param changes how many commits changed its file in the 90 days before the newest one
    /// @param verdict what to do about it
    /// @param gapMillionths how much a test of it is missed, relative to the other handlers, in millionths
    public record Handler(
            HandlerKey key,
            String source,
            @Nullable CodePlace place,
            @Nullable CodePlace document,
            Production production,
            Tests tests,
            @Nullable Change change,
            int changes,
            Verdict verdict,
            long gapMillionths) {}

    /// How a handler ran.
    ///
    /// @param troubled how many of its runs failed or never ended
    /// @param sequenceExecutions how often its sequence began; 0 where it belongs to none
    public record Production(
            Traffic traffic,
            long runs,
            long runsOf,
            long executions,
            long troubled,
            long firstNanos,
            long lastNanos,
            long sequenceExecutions) {}

    /// What tests a handler.
    ///
    /// @param lines its lines that can be run, as coverage tools count them; 0 where none told of it
    /// @param calls how often tests called it, -1 where no report tells of it
    /// @param named the tests by which that is known, the best known first
    /// @param count how many tests there are, named or not
    public record Tests(
            Tested tested,
            boolean measured,
            long lines,
            long hitLines,
            long branches,
            long takenBranches,
            long calls,
            List<Named> named,
            int count) {

        /// Copies.
        public Tests {
            named = List.copyOf(named);
        }
    }

    /// A test.
    ///
    /// @param source who says so: `coverage`, `document`, `audit`, `handler_tests` or `import`
    /// @param place its code; `null` where the checkout does not have it
    public record Named(
            String source, String what, @Nullable CodePlace place) {}

    /// A change.
    public record Change(String commit, long nanos) {}

    /// What to do about a handler.
    ///
    /// @param confidence how sure it is that nothing needs it, in percent
    public record Verdict(Advice advice, int confidence, String reason) {}

    /// A sequence that runs often.
    ///
    /// @param handlers its handlers in the order in which they run
    /// @param untested how many of them no test is known to reach
    public record HotPath(
            String sequence, long executions, long executionsOf, List<HandlerKey> handlers, int untested) {

        /// Copies.
        public HotPath {
            handlers = List.copyOf(handlers);
        }
    }
}
