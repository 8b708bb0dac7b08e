package dev.backbeat.testkit.naive;

import static dev.backbeat.testkit.naive.NaiveSession.NONE;
import static dev.backbeat.testkit.naive.NaiveSession.NO_LINE;

import dev.backbeat.testkit.naive.NaiveRuns.HandlerEnd;
import dev.backbeat.testkit.naive.NaiveRuns.OpenBeat;
import dev.backbeat.testkit.naive.NaiveRuns.OpenExecution;
import dev.backbeat.testkit.naive.NaiveRuns.OpenHandler;
import dev.backbeat.testkit.naive.NaiveRuns.OpenRequest;
import dev.backbeat.testkit.naive.NaiveSession.Delivery;
import dev.backbeat.testkit.naive.NaiveSession.Failure;
import dev.backbeat.testkit.naive.NaiveSession.FailureKind;
import dev.backbeat.testkit.naive.NaiveSession.Mount;
import dev.backbeat.testkit.naive.NaiveSession.MountOutcome;
import dev.backbeat.testkit.naive.NaiveSession.RegisteredSequence;
import dev.backbeat.testkit.naive.NaiveSession.Reported;
import dev.backbeat.testkit.naive.NaiveSession.Subscription;
import dev.backbeat.testkit.naive.NaiveSession.Tie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the log of one conductor and assembles what ran, the slow and plain way.
///
/// Few lines carry an id, so most are tied to what they speak of by rules. Each follows from the conductor's
/// source:
///
/// 1. **Request to queue.** `play` reaches `Enqueued` without giving up the thread, so an `Enqueued` line
///    belongs to the `play ENTRY` line just above it, unless that one is taken. A refused `play` has no
///    `Enqueued` line; the sequence's name, where the registry showed it, must fit.
/// 2. **Queue.** `HIGH` goes to the front, `CHAINED` behind the last of the `HIGH` ones in front,
///    `NORMAL` to the end, and the front leaves first. So the queue can be replayed, and equal names need
///    no guess.
/// 3. **One execution at a time.** The queue starts the next only after `Sequence "…" completed` or
///    `failed`. Lines about movements, beats and subscribers therefore belong to the execution and the
///    beat that began last; their names and numbers are not needed, and beat numbers would mislead (not
///    unique, not in order).
/// 4. **Handlers are not awaited.** A subscriber only appends its handler to a promise chain, one chain
///    per request id, and returns. The handler runs of one execution end strictly in the order of their
///    `Calling subscriber` lines, but at any time: after their beat, after their execution, among the
///    lines of others. The line that ends one is the baton with `handler=<name>`, or the failure. The
///    baton with `handler=?` is the beat's own.
/// 5. **Who ended?** A changed baton carries the request id: the first open run of that execution with
///    this event. Other ends carry only event and handler, or plugin and handler. Only the first open run
///    of a chain can end, so take the executions whose first open run fits. Mostly one is left. If not,
///    the one to which the handler run that ended just above belongs: the next of a chain begins right
///    there, while the first runs of other chains have been running for longer. Only if that fails too,
///    the one called first, and it is marked as a guess.
/// 6. **Never by the baton's `seq=`.** It names the sequence of the plugin that subscribed first, not the
///    one that executes: two sequences can subscribe to one event, and both handlers run whichever of
///    them is played.
/// 7. **Which handler?** The n-th subscriber of an event is the n-th `Subscribed to` line of that event,
///    which names plugin and sequence. A plugin can subscribe only once per event and sequence, so a
///    subscription is one handler; its name is learned from any of its ends, and a failure must fit what
///    was learned.
/// 8. **A run that lost its line.** If a state key cannot be read when a handler starts, its run ends
///    without a line and the chain goes on. So a run that is overtaken in its own chain has no end.
public final class NaiveConductor {

    private static final String AT = " at \\d{4}-\\S+Z \\(perf[:=] ?[\\d.]+ms\\)";

    private final Map<Pattern, BiConsumer<NaiveLine, Matcher>> shimmed = new LinkedHashMap<>();
    private final Map<Pattern, BiConsumer<NaiveLine, Matcher>> anywhere = new LinkedHashMap<>();

    private final List<OpenRequest> requests = new ArrayList<>();
    private final List<OpenRequest> queue = new ArrayList<>();
    private final List<OpenExecution> executions = new ArrayList<>();
    private final List<OpenBeat> beats = new ArrayList<>();
    private final List<OpenHandler> handlers = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Mount> mounts = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<RegisteredSequence> sequences = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Map<String, List<Subscription>> subscribers = new LinkedHashMap<>();
    private final Map<Subscription, String> handlerNames = new LinkedHashMap<>();
    private final List<Integer> strays = new ArrayList<>();
    private int duplicatesBlocked;
    private Optional<OpenExecution> current = Optional.empty();
    private Optional<OpenExecution> endedLast = Optional.empty();

    private NaiveConductor() {
        requestRules();
        beatRules();
        handlerRules();
        catalogRules();
    }

    /// Reads a whole log.
    ///
    /// @param lines the lines of the file, without their ends
    /// @return what ran
    public static NaiveSession read(List<String> lines) {
        NaiveConductor conductor = new NaiveConductor();
        for (int i = 0; i < lines.size(); i++) {
            conductor.accept(NaiveLine.of(i + 1, lines.get(i)));
        }
        return conductor.session(lines.size());
    }

    private void accept(NaiveLine line) {
        if (!line.shimmed() || !first(shimmed, line)) {
            first(anywhere, line);
        }
    }

    private static boolean first(Map<Pattern, BiConsumer<NaiveLine, Matcher>> rules, NaiveLine line) {
        for (Map.Entry<Pattern, BiConsumer<NaiveLine, Matcher>> rule : rules.entrySet()) {
            Matcher matcher = rule.getKey().matcher(line.text());
            if (matcher.matches()) {
                rule.getValue().accept(line, matcher);
                return true;
            }
        }
        return false;
    }

    private void on(String regex, BiConsumer<NaiveLine, Matcher> action) {
        shimmed.put(Pattern.compile(regex), action);
    }

    private void failureOn(String regex, FailureKind kind) {
        on(regex, (line, m) -> fail(kind, line, m.group(1), m.group(2)));
    }

    private void requestRules() {
        on("🎼 MusicalConductor\\.play ENTRY: pluginId=(.*?), sequenceId=(.*?)" + AT, this::played);
        on("🎼 ExecutionQueue: Enqueued \"(.*)\" with priority (\\w+) \\(Queue size: \\d+\\)", this::enqueued);
        on("🎼 ExecutionQueue: Dequeued \"(.*)\"", this::dequeued);
        on("🎼 ExecutionQueue: Now executing \"(.*)\"", this::began);
        on("🆔 Request ID: (\\S+).*", (line, m) -> current.ifPresent(run -> run.requestId = Optional.of(m.group(1))));
        on("✅ SequenceExecutor: Sequence \"(.*)\" completed in (\\d+)ms", this::completed);
        on("❌ SequenceExecutor: Sequence \"(.*)\" failed at movement \\d+, beat [^:]*:(.*)", this::failed);
        failureOn("🎼 SequenceOrchestrator: Failed to start sequence: (\\S+) ?(.*)", FailureKind.REQUEST);
    }

    private void beatRules() {
        on("🥁 MovementExecutor: Executing beat (\\S+) \\((\\d+)/(\\d+)\\)", this::beatBegan);
        on(
                "🎵 Beat (\\S+) Started: (.*) \\(([^()]*)\\)",
                (line, m) -> beat(line).ifPresent(beat -> {
                    beat.title = Optional.of(m.group(2));
                    beat.event = Optional.of(m.group(3));
                }));
        on(
                "⏱️ PerformanceTracker: Beat (\\S+) completed in ([\\d.]+)ms",
                (line, m) ->
                        beat(line).ifPresent(beat -> beat.trackerMillis = Optional.of(Double.valueOf(m.group(2)))));
        on(
                "✅ BeatExecutor: Beat (\\S+) \\((.*)\\) completed in (\\d+)ms",
                (line, m) -> beat(line).ifPresent(beat -> {
                    beat.executorMillis = Optional.of(Long.valueOf(m.group(3)));
                    beat.end(line, Reported.COMPLETED);
                }));
        on("❌ BeatExecutor: (Beat \\S+ \\([^()]*\\)) failed:(.*)", (line, m) -> {
            beat(line).ifPresent(beat -> beat.end(line, Reported.FAILED));
            fail(FailureKind.BEAT, line, m.group(1), m.group(2));
        });
        failureOn("❌ MovementExecutor: Movement \"(.*?)\" failed:(.*)", FailureKind.MOVEMENT);
    }

    private void handlerRules() {
        on("🕐 \\[EVENTBUS\\] Calling subscriber (\\d+) for \"(.*)\"" + AT, this::called);
        on("🕐 \\[EVENTBUS\\] Subscriber (\\d+) for \"(.*)\" returned \\(sync\\)" + AT, this::returned);
        on(
                "🎽 DataBaton: (.*?) \\| seq=.* beat=\\? event=(\\S+) handler=(\\S+) plugin=(\\S+) req=(\\S+) preview=.*",
                (line, m) -> ended(line, HandlerEnd.changed(m)));
        on(
                "🎽 DataBaton: No changes \\| seq=.* beat=\\? event=(\\S+) handler=(\\S+)",
                (line, m) -> ended(line, HandlerEnd.unchanged(m)));
        on("🧠 PluginManager: Handler execution failed for (\\S+)\\.([^\\s.:]+):(.*)", (line, m) -> {
            int index = ended(line, HandlerEnd.failed(m)).map(handlers::indexOf).orElse(NONE);
            failures.add(new Failure(
                    FailureKind.HANDLER,
                    line.number(),
                    m.group(1) + "." + m.group(2),
                    m.group(3).strip(),
                    index));
        });
        failureOn(
                "📡 EventBus: (?:Async e|E)rror in (subscriber \\d+ for \".*?\")(?: \\(plugin: .*?\\))?:(.*)",
                FailureKind.SUBSCRIBER);
    }

    private void catalogRules() {
        on(
                "🎼 SequenceRegistry: Registered sequence \"(.*)\" \\(id: (.*)\\)",
                (line, m) -> sequences.add(new RegisteredSequence(line.number(), m.group(1), m.group(2))));
        on(
                "📡 EventBus: Subscribed to \"(.*?)\" \\((\\d+) total subscribers\\)"
                        + "(?: \\(plugin: ([^:)]*)(?::([^)]*))?\\))?",
                this::subscribed);
        on(
                "📡 EventBus: Unsubscribed from \"(.*?)\" \\(\\d+ remaining subscribers\\)(?: \\(plugin: (.*)\\))?",
                this::unsubscribed);
        on("🚫 EventBus: Duplicate subscription blocked for .*", (line, m) -> duplicatesBlocked++);
        on(
                "\\[EventRouter\\] Starting delivery for '(.*)' with (\\d+) routes?",
                (line, m) -> deliveries.add(new Delivery(line.number(), m.group(1), Integer.parseInt(m.group(2)))));
        on(
                "🧠 PluginManager: Attempting to mount plugin: (.*)",
                (line, m) -> mounts.add(new Mount(m.group(1), line.number(), MountOutcome.SILENT, NO_LINE)));
        on("✅ Plugin mounted successfully: (.*)", (line, m) -> mounted(line, m.group(1), MountOutcome.SUCCEEDED));
        on("❌ Failed to mount plugin (\\S+): ?(.*)", (line, m) -> {
            mounted(line, m.group(1), MountOutcome.FAILED);
            fail(FailureKind.MOUNT, line, m.group(1), m.group(2));
        });
        anywhere.put(Pattern.compile("⚠️ Failed runtime register for (\\S+) ?(.*)"), (line, m) -> {
            mounts.add(new Mount(m.group(1), NO_LINE, MountOutcome.FAILED, line.number()));
            fail(FailureKind.REGISTRATION, line, m.group(1), m.group(2));
        });
    }

    private void fail(FailureKind kind, NaiveLine line, String subject, String message) {
        failures.add(new Failure(kind, line.number(), subject, message.strip(), NONE));
    }

    private void played(NaiveLine line, Matcher m) {
        OpenRequest request = new OpenRequest();
        request.playLine = line.number();
        request.plugin = Optional.of(m.group(1));
        request.sequenceId = Optional.of(m.group(2));
        requests.add(request);
    }

    private void enqueued(NaiveLine line, Matcher m) {
        Optional<OpenRequest> above = requests.isEmpty() ? Optional.empty() : Optional.of(requests.getLast());
        OpenRequest request = above.filter(r -> r.enqueuedLine == NO_LINE && couldBe(r, m.group(1)))
                .orElseGet(() -> {
                    OpenRequest unasked = new OpenRequest();
                    requests.add(unasked);
                    return unasked;
                });
        request.enqueuedLine = line.number();
        request.sequenceName = Optional.of(m.group(1));
        request.priority = Optional.of(m.group(2));
        int place = switch (m.group(2)) {
            case "HIGH" -> 0;
            case "CHAINED" -> leading(queue, waiting -> waiting.priority.equals(Optional.of("HIGH")));
            default -> queue.size();
        };
        queue.add(place, request);
    }

    private static <T> int leading(List<T> list, Predicate<T> test) {
        int count = 0;
        while (count < list.size() && test.test(list.get(count))) {
            count++;
        }
        return count;
    }

    /// A name fits an id that is registered under it, and any id that is not registered at all.
    private boolean couldBe(OpenRequest request, String name) {
        List<RegisteredSequence> known = sequences.stream()
                .filter(sequence -> Optional.of(sequence.id()).equals(request.sequenceId))
                .toList();
        return known.isEmpty()
                || known.stream().anyMatch(sequence -> sequence.name().equals(name));
    }

    private void dequeued(NaiveLine line, Matcher m) {
        Optional<OpenRequest> next = queue.stream()
                .filter(request -> request.sequenceName.equals(Optional.of(m.group(1))))
                .findFirst();
        next.ifPresentOrElse(
                request -> {
                    request.dequeuedLine = line.number();
                    queue.remove(request);
                },
                () -> strays.add(line.number()));
    }

    private void began(NaiveLine line, Matcher m) {
        OpenRequest request = requests.stream()
                .filter(r -> r.dequeuedLine != NO_LINE && r.execution == NONE)
                .filter(r -> r.sequenceName.equals(Optional.of(m.group(1))))
                .findFirst()
                .orElseGet(OpenRequest::new);
        request.execution = executions.size();
        OpenExecution run = new OpenExecution(executions.size(), m.group(1), request, line.number());
        executions.add(run);
        current = Optional.of(run);
    }

    private void completed(NaiveLine line, Matcher m) {
        executing(line, m.group(1)).ifPresent(run -> {
            run.end(line, Reported.COMPLETED);
            run.reportedMillis = Optional.of(Long.valueOf(m.group(2)));
        });
    }

    private void failed(NaiveLine line, Matcher m) {
        executing(line, m.group(1)).ifPresent(run -> run.end(line, Reported.FAILED));
        fail(FailureKind.EXECUTION, line, m.group(1), m.group(2));
    }

    private Optional<OpenExecution> executing(NaiveLine line, String name) {
        Optional<OpenExecution> run = current.filter(r -> r.endLine == NO_LINE && r.name.equals(name));
        if (run.isEmpty()) {
            strays.add(line.number());
        }
        return run;
    }

    private void beatBegan(NaiveLine line, Matcher m) {
        Optional<OpenExecution> run = current.filter(r -> r.endLine == NO_LINE);
        if (run.isEmpty()) {
            strays.add(line.number());
            return;
        }
        OpenBeat beat = new OpenBeat(run.get(), m, line.number());
        beats.add(beat);
        run.get().beats.add(beat);
    }

    /// The beat that began last, if its execution has not ended.
    private Optional<OpenBeat> beat(NaiveLine line) {
        Optional<OpenBeat> beat = current.filter(run -> run.endLine == NO_LINE && !run.beats.isEmpty())
                .map(run -> run.beats.getLast());
        if (beat.isEmpty()) {
            strays.add(line.number());
        }
        return beat;
    }

    private void called(NaiveLine line, Matcher m) {
        beat(line).ifPresent(beat -> {
            int place = Integer.parseInt(m.group(1));
            List<Subscription> known = subscribers.getOrDefault(m.group(2), List.of());
            Optional<Subscription> who = place < known.size() ? Optional.of(known.get(place)) : Optional.empty();
            OpenHandler run = new OpenHandler(beat, place, m.group(2), who, line);
            handlers.add(run);
            beat.execution.chain.add(run);
        });
    }

    private void returned(NaiveLine line, Matcher m) {
        handlers.reversed().stream()
                .filter(run -> run.subscriber == Integer.parseInt(m.group(1)) && run.event.equals(m.group(2)))
                .findFirst()
                .filter(run -> run.returned.isEmpty())
                .ifPresentOrElse(run -> run.returned = Optional.of(line), () -> strays.add(line.number()));
    }

    private Optional<OpenHandler> ended(NaiveLine line, HandlerEnd end) {
        Tied tied = tie(end);
        tied.run()
                .ifPresentOrElse(
                        run -> {
                            run.endedBy(line, end, tied.tie());
                            run.who.ifPresent(who -> handlerNames.put(who, end.handler()));
                            run.beat.execution.closeUpTo(run);
                            endedLast = Optional.of(run.beat.execution);
                        },
                        () -> strays.add(line.number()));
        return tied.run();
    }

    private record Tied(Tie tie, Optional<OpenHandler> run) {}

    /// Rules 5 to 8 of the class.
    private Tied tie(HandlerEnd end) {
        List<OpenHandler> open =
                handlers.stream().filter(run -> run.open && fits(run, end)).toList();
        if (end.requestId().isPresent()) {
            return new Tied(
                    Tie.REQUEST_ID,
                    open.stream()
                            .filter(run -> run.beat.execution.requestId.equals(end.requestId()))
                            .findFirst());
        }
        List<OpenHandler> running =
                open.stream().filter(run -> run.beat.execution.running(run)).toList();
        List<OpenHandler> possible = running.isEmpty() ? open : running;
        Optional<OpenHandler> neighbour = possible.stream()
                .filter(run -> endedLast.equals(Optional.of(run.beat.execution)))
                .findFirst();
        if (possible.size() > 1 && neighbour.isPresent()) {
            return new Tied(Tie.NEIGHBOUR, neighbour);
        }
        Tie only = open.size() == 1 ? Tie.ONLY_ONE_OPEN : Tie.ONLY_ONE_RUNNING;
        return new Tied(
                possible.size() > 1 ? Tie.FIRST_CALLED : only, possible.stream().findFirst());
    }

    private boolean fits(OpenHandler run, HandlerEnd end) {
        boolean event = end.event().isEmpty() || end.event().get().equals(run.event);
        boolean plugin = end.plugin().isEmpty()
                || run.who.flatMap(Subscription::plugin).stream()
                        .allMatch(end.plugin().get()::equals);
        boolean handler = run.who.stream()
                .map(who -> handlerNames.getOrDefault(who, end.handler()))
                .allMatch(end.handler()::equals);
        return event && plugin && handler;
    }

    private void subscribed(NaiveLine line, Matcher m) {
        int place = Integer.parseInt(m.group(2)) - 1;
        Subscription subscription = new Subscription(
                line.number(), m.group(1), place, Optional.ofNullable(m.group(3)), Optional.ofNullable(m.group(4)));
        subscriptions.add(subscription);
        List<Subscription> list = subscribers.computeIfAbsent(m.group(1), event -> new ArrayList<>());
        // A page that loads again starts with an empty bus: its first subscriber is again the first.
        while (list.size() > place) {
            list.removeLast();
        }
        if (list.size() == place) {
            list.add(subscription);
        }
    }

    private void unsubscribed(NaiveLine line, Matcher m) {
        String plugin = m.group(2) == null ? "" : m.group(2);
        List<Subscription> list = subscribers.getOrDefault(m.group(1), new ArrayList<>());
        list.stream()
                .filter(s -> (s.plugin().orElse("")
                                + s.sequenceId().map(id -> ":" + id).orElse(""))
                        .equals(plugin))
                .findFirst()
                .ifPresentOrElse(list::remove, () -> strays.add(line.number()));
    }

    /// Mounting does not give up the thread before it reports, so the attempt is the last one above.
    private void mounted(NaiveLine line, String plugin, MountOutcome outcome) {
        int last = mounts.size() - 1;
        boolean open = last >= 0
                && mounts.get(last).plugin().equals(plugin)
                && mounts.get(last).outcome() == MountOutcome.SILENT;
        int attemptLine = open ? mounts.remove(last).attemptLine() : NO_LINE;
        mounts.add(new Mount(plugin, attemptLine, outcome, line.number()));
    }

    private NaiveSession session(int lines) {
        return new NaiveSession(
                lines,
                requests.stream().map(OpenRequest::freeze).toList(),
                executions.stream().map(run -> run.freeze(sequences)).toList(),
                beats.stream().map(OpenBeat::freeze).toList(),
                handlers.stream()
                        .map(run -> run.freeze(beats.indexOf(run.beat), handlerNames))
                        .toList(),
                failures,
                mounts,
                deliveries,
                sequences,
                subscriptions,
                duplicatesBlocked,
                strays);
    }
}
