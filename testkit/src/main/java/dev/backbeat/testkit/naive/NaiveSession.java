package dev.backbeat.testkit.naive;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What [NaiveConductor] read out of one log. Lists are in the order of the lines, and an index into one
/// of them (`execution`, `beatRun`) starts at 0. Line numbers start at 1; a line that is not in the log
/// has the number [#NO_LINE]. Times are milliseconds since 1970, as precise as the log prints them.
///
/// @param lines how many lines the log has
/// @param requests everything that was asked of the conductor, played or not
/// @param executions what began to execute (`Now executing`)
/// @param beatRuns the beats that began (`Executing beat`)
/// @param handlerRuns the calls of subscribers inside beats
/// @param failures everything the conductor reported as failed
/// @param mounts attempts to mount a plugin, and registrations that failed without an attempt
/// @param deliveries topics whose delivery started
/// @param sequences sequences in the registry
/// @param subscriptions subscriptions to events, in their order
/// @param duplicatesBlocked subscriptions that were refused as duplicates
/// @param strays lines that speak of a handler run or beat run that is not open
public record NaiveSession(
        int lines,
        List<Request> requests,
        List<Execution> executions,
        List<BeatRun> beatRuns,
        List<HandlerRun> handlerRuns,
        List<Failure> failures,
        List<Mount> mounts,
        List<Delivery> deliveries,
        List<RegisteredSequence> sequences,
        List<Subscription> subscriptions,
        int duplicatesBlocked,
        List<Integer> strays) {

    /// The number of a line that is not in the log.
    public static final int NO_LINE = 0;

    /// The index of something that does not exist.
    public static final int NONE = -1;

    /// Keeps its own copies of the lists.
    public NaiveSession {
        requests = List.copyOf(requests);
        executions = List.copyOf(executions);
        beatRuns = List.copyOf(beatRuns);
        handlerRuns = List.copyOf(handlerRuns);
        failures = List.copyOf(failures);
        mounts = List.copyOf(mounts);
        deliveries = List.copyOf(deliveries);
        sequences = List.copyOf(sequences);
        subscriptions = List.copyOf(subscriptions);
        strays = List.copyOf(strays);
    }

    /// How many handler runs ended in one way.
    ///
    /// @param outcome the way
    /// @return the number
    public long count(HandlerOutcome outcome) {
        return handlerRuns.stream().filter(run -> run.outcome() == outcome).count();
    }

    /// How many calls of `play` the log shows, of known and of unknown sequences.
    ///
    /// @return the number
    public long plays() {
        return requests.stream()
                .filter(request -> request.playLine() != NO_LINE)
                .count();
    }

    /// What became of an execution or of a beat run, as the log reports it. It says nothing about the
    /// handlers: an execution reported as completed can hold handler runs that failed or never ended.
    public enum Reported {
        /// The log says that it completed.
        COMPLETED,
        /// The log says that it failed.
        FAILED,
        /// The log says neither.
        INCOMPLETE
    }

    /// How a handler run ended.
    public enum HandlerOutcome {
        /// It changed the state that is handed from beat to beat.
        CHANGED,
        /// It left that state alone.
        UNCHANGED,
        /// It threw.
        FAILED,
        /// The log has no end for it.
        NEVER_ENDED
    }

    /// By what a line that ends a handler run was tied to that run; from certain to guessed.
    public enum Tie {
        /// The line carries the request id.
        REQUEST_ID,
        /// Only one open handler run had this event (for a failure: this plugin and handler).
        ONLY_ONE_OPEN,
        /// Several were open, but all but one still waited behind another handler run of their own execution.
        ONLY_ONE_RUNNING,
        /// Several could run; the handler run that ended just above belongs to the same execution.
        NEIGHBOUR,
        /// Several could run and nothing tells them apart: the one called first. Ambiguous.
        FIRST_CALLED,
        /// Nothing ended it.
        NOT_ENDED
    }

    /// What failed.
    public enum FailureKind {
        /// A handler threw; the conductor goes on as if nothing had happened.
        HANDLER,
        /// A beat failed in the conductor.
        BEAT,
        /// A movement was given up.
        MOVEMENT,
        /// An execution was given up.
        EXECUTION,
        /// A request was refused, for instance of an unknown sequence.
        REQUEST,
        /// A plugin could not be mounted.
        MOUNT,
        /// A plugin could not be loaded, so nobody tried to mount it.
        REGISTRATION,
        /// A subscriber threw while it was called.
        SUBSCRIBER
    }

    /// What became of an attempt to mount a plugin.
    public enum MountOutcome {
        /// Reported as mounted.
        SUCCEEDED,
        /// Reported as failed.
        FAILED,
        /// Neither: the conductor refuses an invalid plugin without a word.
        SILENT
    }

    /// Something asked of the conductor: `play`, and what became of it in the queue. Refused requests have no
    /// `enqueuedLine`, those that were still waiting when the log ends no `dequeuedLine`.
    ///
    /// @param playLine line of `play ENTRY`
    /// @param plugin who owns the sequence, as the caller said
    /// @param sequenceId the sequence asked for
    /// @param sequenceName its name, known once it is enqueued
    /// @param priority `NORMAL`, `HIGH`, `CHAINED`, known once it is enqueued
    /// @param enqueuedLine line of `Enqueued`
    /// @param dequeuedLine line of `Dequeued`
    /// @param execution index of its execution, or `NONE`
    public record Request(
            int playLine,
            Optional<String> plugin,
            Optional<String> sequenceId,
            Optional<String> sequenceName,
            Optional<String> priority,
            int enqueuedLine,
            int dequeuedLine,
            int execution) {}

    /// One run of a sequence.
    ///
    /// @param sequenceName its name
    /// @param sequenceId its id, from the request id, else from the request, else from the registry
    /// @param plugin who owns the sequence, as the caller of `play` said
    /// @param requestId the id that some of its lines carry
    /// @param playLine line of `play ENTRY`
    /// @param enqueuedLine line of `Enqueued`
    /// @param dequeuedLine line of `Dequeued`
    /// @param executingLine line of `Now executing`
    /// @param endLine line of `Sequence "…" completed` or `failed`
    /// @param reported what the log says became of it
    /// @param reportedMillis the duration the log reports
    public record Execution(
            String sequenceName,
            Optional<String> sequenceId,
            Optional<String> plugin,
            Optional<String> requestId,
            int playLine,
            int enqueuedLine,
            int dequeuedLine,
            int executingLine,
            int endLine,
            Reported reported,
            OptionalLong reportedMillis) {}

    /// One run of a beat.
    ///
    /// @param execution index of its execution
    /// @param ordinal its place among the beat runs of that execution, from 0
    /// @param number the beat's number, neither unique nor a position
    /// @param position its place in the movement, from 1: the 2 of `(2/3)`
    /// @param total how many beats the movement has: the 3 of `(2/3)`
    /// @param title the title, if the beat was reported as started
    /// @param event the event, if the beat was reported as started
    /// @param line line of `Executing beat`
    /// @param endLine line of `BeatExecutor: Beat … completed` or `failed`
    /// @param trackerMillis the duration that PerformanceTracker reports
    /// @param executorMillis the duration that BeatExecutor reports
    /// @param reported what the log says became of it
    public record BeatRun(
            int execution,
            int ordinal,
            String number,
            int position,
            int total,
            Optional<String> title,
            Optional<String> event,
            int line,
            int endLine,
            OptionalDouble trackerMillis,
            OptionalLong executorMillis,
            Reported reported) {}

    /// One call of a handler inside a beat run.
    ///
    /// @param execution index of its execution
    /// @param beatRun index of its beat run
    /// @param subscriber which subscriber of the event, from 0
    /// @param event the event
    /// @param handler the handler's name: from the line that ends it, else from other runs of the same
    /// subscription
    /// @param plugin who subscribed, else who the line that ends it names
    /// @param subscribedFor id of the sequence whose plugin subscribed; can be another than the one that
    ///     executes
    /// @param callLine line of `Calling subscriber`
    /// @param calledAtMillis time of that line
    /// @param returnLine line of `returned (sync)`; the handler itself begins only after it
    /// @param returnedAtMillis time of that line
    /// @param endLine line of the baton with the handler's name, or of the handler's failure
    /// @param endedAtMillis time of that line
    /// @param outcome how it ended
    /// @param tie how that line was tied to this run
    /// @param added state keys it added
    /// @param updated state keys it changed
    /// @param removed state keys it removed
    /// @param waitedMillis time from its call to the end of the handler run before it in the same execution
    /// @param ownMillis its end minus the later of its call and the end of the handler run before it
    public record HandlerRun(
            int execution,
            int beatRun,
            int subscriber,
            String event,
            Optional<String> handler,
            Optional<String> plugin,
            Optional<String> subscribedFor,
            int callLine,
            long calledAtMillis,
            int returnLine,
            OptionalLong returnedAtMillis,
            int endLine,
            OptionalLong endedAtMillis,
            HandlerOutcome outcome,
            Tie tie,
            List<String> added,
            List<String> updated,
            List<String> removed,
            OptionalLong waitedMillis,
            OptionalLong ownMillis) {}

    /// Something the conductor reported as failed.
    ///
    /// @param kind what failed
    /// @param line where it is reported
    /// @param subject the words between the kind and the message: a handler, a beat, a sequence, a plugin
    /// @param message the error
    /// @param handlerRun index of the handler run, or `NONE`
    public record Failure(FailureKind kind, int line, String subject, String message, int handlerRun) {}

    /// An attempt to mount a plugin.
    ///
    /// @param plugin the plugin
    /// @param attemptLine line of `Attempting to mount plugin`, or `NO_LINE` for a plugin that could not be
    ///     loaded
    /// @param outcome what became of it
    /// @param outcomeLine the line that says so
    public record Mount(String plugin, int attemptLine, MountOutcome outcome, int outcomeLine) {}

    /// A topic whose delivery started.
    ///
    /// @param line where it says so
    /// @param topic the topic
    /// @param routes how many routes it has; 0 is a message that reaches nobody
    public record Delivery(int line, String topic, int routes) {}

    /// A sequence in the registry.
    ///
    /// @param line where it was registered
    /// @param name its name
    /// @param id its id
    public record RegisteredSequence(int line, String name, String id) {}

    /// A subscription to an event.
    ///
    /// @param line where it was made
    /// @param event the event
    /// @param subscriber which subscriber of the event it is, from 0
    /// @param plugin who subscribed
    /// @param sequenceId the sequence it subscribed for, with `:cleanup` behind it where the conductor says
    ///     so
    public record Subscription(
            int line, String event, int subscriber, Optional<String> plugin, Optional<String> sequenceId) {}
}
