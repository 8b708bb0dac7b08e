package dev.backbeat.analysis.profile;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Place;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.TimeDivision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the time went.
///
/// @param settings what was asked
/// @param exact whether percentiles are exact; they are within 1 % otherwise
/// @param builds the builds in scope, of which some may not be known
/// @param fromNanos when the first handler was called, [dev.backbeat.model.Time#UNKNOWN] where none was
/// @param stretchNanos how long the equal parts of time are
/// @param handlers handlers by what could be saved, those that ran longest first where that is equal
/// @param handlersInAll how many handlers ran
/// @param lines all handler runs by what was asked for, those that took longest first
/// @param linesInAll how many lines there are
/// @param ownNanos the own time of all handler runs
/// @param sequences all sequences, those that took longest first
/// @param ways the handler runs by what called them
/// @param beats the first beats, by their duration in total
/// @param beatsInAll how many beats ran
/// @param beatNanos the duration of all beats
/// @param silences the longest silences
/// @param silencesInAll how many silences there are
/// @param mounts the mounts of plugins, in order
/// @param findings what is worth a look
/// @param checked how often each rule was checked
public record Profile(
        ProfileSettings settings,
        boolean exact,
        List<String> builds,
        long fromNanos,
        long stretchNanos,
        List<Line> handlers,
        long handlersInAll,
        List<Line> lines,
        long linesInAll,
        long ownNanos,
        List<SequenceLine> sequences,
        Ways ways,
        List<BeatLine> beats,
        long beatsInAll,
        long beatNanos,
        List<Silence> silences,
        long silencesInAll,
        List<Mount> mounts,
        List<Finding> findings,
        List<Checked> checked) {

    /// Copies.
    public Profile {
        builds = List.copyOf(builds);
        handlers = List.copyOf(handlers);
        lines = List.copyOf(lines);
        sequences = List.copyOf(sequences);
        beats = List.copyOf(beats);
        silences = List.copyOf(silences);
        mounts = List.copyOf(mounts);
        findings = List.copyOf(findings);
        checked = List.copyOf(checked);
    }

    /// Whether more than one build is in scope, so that each has lines of its own.
    boolean manyBuilds() {
        return builds.size() > 1;
    }

    /// A rule, and how often it was checked.
    public record Checked(String rule, long checks) {}

    /// The figures of some handler runs, in nanoseconds.
    ///
    /// @param runs how many there are
    /// @param timedRuns how many have a time of their own
    /// @param waitedNanos what they waited for the handler runs before them
    /// @param selfNanos own time without that of child beats
    /// @param beatNanos the duration of the beat runs whose event called them
    /// @param savedNanos the sum over all runs of what their self time on the critical path is above the
    ///     median self time of the handler in that build
    public record Times(
            long runs,
            long timedRuns,
            long ownNanos,
            long waitedNanos,
            long selfNanos,
            long beatNanos,
            long savedNanos,
            long minNanos,
            long meanNanos,
            long p50Nanos,
            long p90Nanos,
            long p95Nanos,
            long p99Nanos,
            long maxNanos,
            Trend trend) {

        /// From the calls to the ends: own time and waiting.
        long totalNanos() {
            return ownNanos + waitedNanos;
        }
    }

    /// Where the slowest run stands.
    public record Slowest(ExecutionId execution, Place place) {}

    /// The handler runs of one handler, sequence, plugin or build.
    ///
    /// @param name what they are of
    /// @param handler the handler, absent where it is several
    /// @param sequence the sequence that names the handler, or that was executed; empty where it is several
    /// @param build what ran, where more than one build is in scope
    /// @param formerly the name that the handler has in this build, where it has another one by now
    /// @param code where the handler stands in this build, absent where it is not known
    /// @param slowest absent where no run has a time
    /// @param byStretch own time in each equal part of time
    public record Line(
            String name,
            @Nullable HandlerKey handler,
            String sequence,
            @Nullable String build,
            @Nullable String formerly,
            @Nullable CodePlace code,
            Times times,
            @Nullable Slowest slowest,
            List<Long> byStretch) {

        /// Copies.
        public Line {
            byStretch = List.copyOf(byStretch);
        }
    }

    /// How the time of a sequence's executions divides.
    ///
    /// @param sequence its id, or its name where no id is known
    /// @param name as the log says it
    /// @param build what ran, where more than one build is in scope
    /// @param executions how many there are
    /// @param begun how many began
    /// @param open how many of these were never reported as ended: their time is known up to their last
    ///     evidence
    /// @param time the sum over all that began
    /// @param maxNanos the longest
    /// @param beatNanos the duration of their beat runs
    /// @param ownNanos the own time of their handler runs
    /// @param waitedNanos what these waited
    public record SequenceLine(
            String sequence,
            String name,
            @Nullable String build,
            long executions,
            long begun,
            long open,
            TimeDivision time,
            long maxNanos,
            long beatNanos,
            long ownNanos,
            long waitedNanos,
            @Nullable Slowest slowest) {}

    /// The runs of handlers by what called them.
    ///
    /// @param first those that took longest, from these on
    /// @param others how many are not told one by one
    /// @param otherRuns how often these ran
    /// @param otherNanos their own time without that of the beats they called
    public record Ways(List<Way> first, long others, long otherRuns, long otherNanos) {

        /// Copies.
        public Ways {
            first = List.copyOf(first);
        }
    }

    /// The runs of a handler that one event called in one sequence.
    ///
    /// @param sequence the executed one: its id, or its name where no id is known
    /// @param movement the movement of the beats with that event, absent where they stand in none or several
    /// @param movementRuns how often this movement ran
    /// @param beat the title of the beats with that event, absent where they have none or several
    /// @param beatRuns how often these beats ran
    /// @param formerly the name that the handler has in this build, where it has another one by now
    /// @param selfNanos its own time without that of the beats it called
    /// @param firstNanos when it was called first, the greatest number where that is not known
    public record Way(
            String sequence,
            String build,
            @Nullable String movement,
            long movementRuns,
            String event,
            @Nullable String beat,
            long beatRuns,
            HandlerKey handler,
            @Nullable String formerly,
            @Nullable CodePlace code,
            long runs,
            long selfNanos,
            long firstNanos) {}

    /// A beat of a sequence and its durations as the log reports them.
    ///
    /// @param number the documented number, -1 where it has none
    public record BeatLine(
            String sequence,
            int number,
            @Nullable String title,
            @Nullable String event,
            @Nullable String build,
            long runs,
            long timedRuns,
            long totalNanos,
            long p50Nanos,
            long p95Nanos,
            long maxNanos,
            @Nullable Slowest slowest) {}

    /// A time in which a session wrote nothing.
    ///
    /// @param execution what executed a beat meanwhile, absent where nothing did
    /// @param sequence its sequence
    /// @param before the record before
    /// @param after the record after
    public record Silence(
            SessionId session,
            long fromNanos,
            long nanos,
            @Nullable ExecutionId execution,
            @Nullable String sequence,
            Record before,
            Record after) {

        /// A record and its text.
        public record Record(Place place, String text) {}
    }

    /// The mounts of a plugin.
    ///
    /// @param position from 1, where it first stands among the attempts of a session
    /// @param timed how many have both ends
    /// @param nanos how long these took together
    /// @param reason why one failed
    /// @param place the first that failed, else the first
    public record Mount(
            int position,
            String plugin,
            long mounts,
            long failed,
            long incomplete,
            long timed,
            long nanos,
            long maxNanos,
            @Nullable String reason,
            Place place) {}
}
