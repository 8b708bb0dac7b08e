package dev.backbeat.testkit.naive;

import static dev.backbeat.testkit.naive.NaiveSession.NONE;
import static dev.backbeat.testkit.naive.NaiveSession.NO_LINE;

import dev.backbeat.testkit.naive.NaiveSession.BeatRun;
import dev.backbeat.testkit.naive.NaiveSession.Execution;
import dev.backbeat.testkit.naive.NaiveSession.HandlerOutcome;
import dev.backbeat.testkit.naive.NaiveSession.HandlerRun;
import dev.backbeat.testkit.naive.NaiveSession.RegisteredSequence;
import dev.backbeat.testkit.naive.NaiveSession.Reported;
import dev.backbeat.testkit.naive.NaiveSession.Request;
import dev.backbeat.testkit.naive.NaiveSession.Subscription;
import dev.backbeat.testkit.naive.NaiveSession.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// What [NaiveConductor] fills in while it reads; frozen into the records of [NaiveSession] at the end.
final class NaiveRuns {

    private NaiveRuns() {}

    /// A request on its way through the queue.
    static final class OpenRequest {
        int playLine = NO_LINE;
        int enqueuedLine = NO_LINE;
        int dequeuedLine = NO_LINE;
        int execution = NONE;
        Optional<String> plugin = Optional.empty();
        Optional<String> sequenceId = Optional.empty();
        Optional<String> sequenceName = Optional.empty();
        Optional<String> priority = Optional.empty();

        Request freeze() {
            return new Request(
                    playLine, plugin, sequenceId, sequenceName, priority, enqueuedLine, dequeuedLine, execution);
        }
    }

    /// An execution, with the chain of its handler runs in the order of their calls.
    static final class OpenExecution {
        final int index;
        final String name;
        final OpenRequest request;
        final int executingLine;
        final List<OpenBeat> beats = new ArrayList<>();
        final List<OpenHandler> chain = new ArrayList<>();
        Optional<String> requestId = Optional.empty();
        Optional<Long> reportedMillis = Optional.empty();
        Reported reported = Reported.INCOMPLETE;
        int endLine = NO_LINE;

        OpenExecution(int index, String name, OpenRequest request, int executingLine) {
            this.index = index;
            this.name = name;
            this.request = request;
            this.executingLine = executingLine;
        }

        void end(NaiveLine line, Reported outcome) {
            endLine = line.number();
            reported = outcome;
        }

        /// Whether this is the handler run that can end next: the first of the chain that is still open.
        boolean running(OpenHandler run) {
            return chain.stream().filter(other -> other.open).findFirst().equals(Optional.of(run));
        }

        /// Runs overtaken by a later one of the chain have lost the line that ends them.
        void closeUpTo(OpenHandler last) {
            chain.subList(0, chain.indexOf(last) + 1).forEach(run -> run.open = false);
        }

        Execution freeze(List<RegisteredSequence> sequences) {
            // A request id is <sequence id>-<epoch millis>-<random>.
            Optional<String> inRequestId = requestId.map(id -> id.replaceFirst("-\\d+-[^-]*$", ""));
            Optional<String> registered = sequences.stream()
                    .filter(sequence -> sequence.name().equals(name))
                    .map(RegisteredSequence::id)
                    .findFirst();
            return new Execution(
                    name,
                    inRequestId.or(() -> request.sequenceId).or(() -> registered),
                    request.plugin,
                    requestId,
                    request.playLine,
                    request.enqueuedLine,
                    request.dequeuedLine,
                    executingLine,
                    endLine,
                    reported,
                    optional(reportedMillis));
        }
    }

    /// A beat run.
    static final class OpenBeat {
        final OpenExecution execution;
        final int ordinal;
        final String number;
        final int position;
        final int total;
        final int line;
        Optional<String> title = Optional.empty();
        Optional<String> event = Optional.empty();
        Optional<Double> trackerMillis = Optional.empty();
        Optional<Long> executorMillis = Optional.empty();
        Reported reported = Reported.INCOMPLETE;
        int endLine = NO_LINE;

        OpenBeat(OpenExecution execution, Matcher executing, int line) {
            this.execution = execution;
            this.ordinal = execution.beats.size();
            this.number = executing.group(1);
            this.position = Integer.parseInt(executing.group(2));
            this.total = Integer.parseInt(executing.group(3));
            this.line = line;
        }

        /// A beat that is tried again is reported again; the last word counts.
        void end(NaiveLine by, Reported outcome) {
            endLine = by.number();
            reported = outcome;
        }

        BeatRun freeze() {
            OptionalDouble tracker = trackerMillis.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
            return new BeatRun(
                    execution.index,
                    ordinal,
                    number,
                    position,
                    total,
                    title,
                    event,
                    line,
                    endLine,
                    tracker,
                    optional(executorMillis),
                    reported);
        }
    }

    /// A handler run. It is open until a line ends it, or until a later run of its chain ends.
    static final class OpenHandler {
        final OpenBeat beat;
        final int subscriber;
        final String event;
        final Optional<Subscription> who;
        final NaiveLine called;
        boolean open = true;
        Optional<NaiveLine> returned = Optional.empty();
        Optional<NaiveLine> ended = Optional.empty();
        Optional<HandlerEnd> end = Optional.empty();
        Tie tie = Tie.NOT_ENDED;

        OpenHandler(OpenBeat beat, int subscriber, String event, Optional<Subscription> who, NaiveLine called) {
            this.beat = beat;
            this.subscriber = subscriber;
            this.event = event;
            this.who = who;
            this.called = called;
        }

        void endedBy(NaiveLine line, HandlerEnd by, Tie tiedBy) {
            ended = Optional.of(line);
            end = Optional.of(by);
            tie = tiedBy;
        }

        /// When the run before it in the chain ended; nothing, if this is the first or the one before never
        /// ended.
        private OptionalLong previousEnd() {
            List<OpenHandler> before = beat.execution.chain.subList(0, beat.execution.chain.indexOf(this));
            return before.isEmpty() ? OptionalLong.empty() : millis(before.getLast().ended);
        }

        private OptionalLong waited() {
            if (beat.execution.chain.getFirst() == this) {
                return OptionalLong.of(0);
            }
            OptionalLong previous = previousEnd();
            return previous.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Math.max(0, previous.getAsLong() - called.epochMillis()));
        }

        private OptionalLong own() {
            long from = Math.max(called.epochMillis(), previousEnd().orElse(called.epochMillis()));
            return ended.map(line -> OptionalLong.of(line.epochMillis() - from)).orElseGet(OptionalLong::empty);
        }

        HandlerRun freeze(int beatRun, Map<Subscription, String> names) {
            Optional<String> learned = who.map(names::get);
            Optional<String> handler = end.map(HandlerEnd::handler).or(() -> learned);
            Optional<String> plugin = who.flatMap(Subscription::plugin).or(() -> end.flatMap(HandlerEnd::plugin));
            return new HandlerRun(
                    beat.execution.index,
                    beatRun,
                    subscriber,
                    event,
                    handler,
                    plugin,
                    who.flatMap(Subscription::sequenceId),
                    called.number(),
                    called.epochMillis(),
                    returned.map(NaiveLine::number).orElse(NO_LINE),
                    millis(returned),
                    ended.map(NaiveLine::number).orElse(NO_LINE),
                    millis(ended),
                    end.map(HandlerEnd::outcome).orElse(HandlerOutcome.NEVER_ENDED),
                    tie,
                    end.map(HandlerEnd::added).orElse(List.of()),
                    end.map(HandlerEnd::updated).orElse(List.of()),
                    end.map(HandlerEnd::removed).orElse(List.of()),
                    waited(),
                    own());
        }
    }

    /// What a line that ends a handler run says: a changed baton everything, an unchanged one the event
    /// and the handler, a failure the plugin and the handler.
    record HandlerEnd(
            HandlerOutcome outcome,
            String handler,
            Optional<String> event,
            Optional<String> plugin,
            Optional<String> requestId,
            List<String> added,
            List<String> updated,
            List<String> removed) {

        static HandlerEnd changed(Matcher m) {
            return new HandlerEnd(
                    HandlerOutcome.CHANGED,
                    m.group(3),
                    Optional.of(m.group(2)),
                    Optional.of(m.group(4)),
                    Optional.of(m.group(5)),
                    keys(m.group(1), '+'),
                    keys(m.group(1), '~'),
                    keys(m.group(1), '-'));
        }

        static HandlerEnd unchanged(Matcher m) {
            return new HandlerEnd(
                    HandlerOutcome.UNCHANGED,
                    m.group(2),
                    Optional.of(m.group(1)),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        static HandlerEnd failed(Matcher m) {
            return new HandlerEnd(
                    HandlerOutcome.FAILED,
                    m.group(2),
                    Optional.empty(),
                    Optional.of(m.group(1)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        /// `+added,too ~updated -removed`
        private static List<String> keys(String details, char sign) {
            return Stream.of(details.split(" "))
                    .filter(part -> !part.isEmpty() && part.charAt(0) == sign)
                    .flatMap(part -> Stream.of(part.substring(1).split(",")))
                    .toList();
        }
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static OptionalLong millis(Optional<NaiveLine> line) {
        return optional(line.map(NaiveLine::epochMillis));
    }
}
