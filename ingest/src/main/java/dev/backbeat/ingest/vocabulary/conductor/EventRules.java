package dev.backbeat.ingest.vocabulary.conductor;

import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.matching.Captures;
import dev.backbeat.ingest.matching.MessagePattern;
import dev.backbeat.model.Event;
import java.util.ArrayList;
import java.util.List;

/// The conductor's messages that become events, one line a message.
final class EventRules {

    private final List<EventRule> rules = new ArrayList<>();

    private EventRules() {}

    /// Turns what stands in the holes of a message into an event.
    @FunctionalInterface
    interface EventReader {
        Event read(Captures captures, LogRecord record);
    }

    /// A message that becomes an event.
    ///
    /// @param echoed whether a console group prints it a second time
    record EventRule(String name, MessagePattern pattern, EventReader reader, boolean echoed) {}

    /// All rules, in the order in which equal beginnings are tried.
    static List<EventRule> all() {
        EventRules rules = new EventRules();
        rules.sessions();
        rules.topics();
        rules.plugins();
        rules.sequences();
        rules.movements();
        rules.beats();
        rules.handlers();
        return List.copyOf(rules.rules);
    }

    private void on(String name, String pattern, EventReader reader) {
        rules.add(new EventRule(name, MessagePattern.of(pattern), reader, false));
    }

    private void onEchoed(String name, String pattern, EventReader reader) {
        rules.add(new EventRule(name, MessagePattern.of(pattern), reader, true));
    }

    private void sessions() {
        on(
                "session-started",
                "🎼 EventBus: Using internal conductor (legacy mode)",
                (c, r) -> new Event.SessionStarted(r.offset(), r.timeNanos()));
        on(
                "conductor-version",
                "🎼 MusicalConductor v{text}: Initialized with core components",
                (c, r) -> Versions.conductor(c.text(0), r));
        on("versions-reported", "VERSIONS_JSON: {text}", (c, r) -> Versions.read(c.freshText(0), r));
    }

    private void topics() {
        on(
                "topic-subscribed",
                "📡 EventBus: Subscribed to \"{text}\" ({int} total subscribers)",
                (c, r) ->
                        new Event.TopicSubscribed(r.offset(), r.timeNanos(), c.text(0), null, null, c.intAt(1), false));
        on(
                "topic-subscribed-by-plugin",
                "📡 EventBus: Subscribed to \"{text}\" ({int} total subscribers) (plugin: {text})",
                (c, r) -> {
                    Subscriber by = Subscriber.of(c.text(2));
                    return new Event.TopicSubscribed(
                            r.offset(), r.timeNanos(), c.text(0), by.plugin(), by.sequenceId(), c.intAt(1), false);
                });
        on(
                "subscription-blocked",
                "🚫 EventBus: Duplicate subscription blocked for \"{text}\" from plugin {word}",
                (c, r) -> {
                    Subscriber by = Subscriber.of(c.text(1));
                    return new Event.TopicSubscribed(
                            r.offset(), r.timeNanos(), c.text(0), by.plugin(), by.sequenceId(), -1, true);
                });
        on(
                "topic-unsubscribed",
                "📡 EventBus: Unsubscribed from \"{text}\" ({int} remaining subscribers)",
                (c, r) -> new Event.TopicUnsubscribed(r.offset(), r.timeNanos(), c.text(0), null, null, c.intAt(1)));
        on(
                "topic-unsubscribed-by-plugin",
                "📡 EventBus: Unsubscribed from \"{text}\" ({int} remaining subscribers) (plugin: {text})",
                (c, r) -> {
                    Subscriber by = Subscriber.of(c.text(2));
                    return new Event.TopicUnsubscribed(
                            r.offset(), r.timeNanos(), c.text(0), by.plugin(), by.sequenceId(), c.intAt(1));
                });
        on(
                "topic-published",
                "[EventRouter] Topic '{text}' definition: {{routes: {int}, {text}",
                (c, r) -> new Event.TopicPublished(r.offset(), r.timeNanos(), c.text(0), c.intAt(1)));
        on(
                "topic-published-json",
                "[EventRouter] Topic '{text}' definition: {{\"routes\":{int},{text}",
                (c, r) -> new Event.TopicPublished(r.offset(), r.timeNanos(), c.text(0), c.intAt(1)));
        // A console that is saved before it has shown a message leaves out the printed object.
        on(
                "topic-published-unshown",
                "[EventRouter] Topic '{text}' definition: ",
                (c, r) -> new Event.TopicPublished(r.offset(), r.timeNanos(), c.text(0), -1));
        on(
                "topic-delivered",
                "[EventRouter] Starting delivery for '{text}' with {int} routes",
                (c, r) -> new Event.TopicDelivered(r.offset(), r.timeNanos(), c.text(0), c.intAt(1)));
        on(
                "topic-routed",
                "[topics] Routing '{text}' -> {text}::{word} (hasPlay={word})",
                (c, r) -> new Event.TopicRouted(r.offset(), r.timeNanos(), c.text(0), c.text(1), c.text(2)));
    }

    private void plugins() {
        on(
                "mount-attempted",
                "🧠 PluginManager: Attempting to mount plugin: {text}",
                (c, r) -> new Event.MountAttempted(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "mounted",
                "✅ Plugin mounted successfully: {text}",
                (c, r) -> new Event.Mounted(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "mount-failed",
                "❌ Failed to mount plugin {text}: {any}",
                (c, r) ->
                        new Event.MountFailed(r.offset(), r.timeNanos(), c.text(0), c.freshText(1), r.continuation()));
        on(
                "runtime-register-failed",
                "⚠️ Failed runtime register for {word} {any}",
                (c, r) -> new Event.MountFailed(
                        r.offset(), r.timeNanos(), c.text(0), reason(c.freshText(1), r), r.continuation()));
    }

    /// Where the console broke the line before the error, the first line that follows is the reason.
    private static String reason(String text, LogRecord record) {
        String continuation = record.continuation();
        return text.isEmpty() && continuation != null
                ? continuation.lines().findFirst().orElse("").strip()
                : text;
    }

    private void sequences() {
        on(
                "sequence-registered",
                "🎼 SequenceRegistry: Registered sequence \"{last}\" (id: {text})",
                (c, r) -> new Event.SequenceRegistered(r.offset(), r.timeNanos(), c.text(0), c.text(1)));
        on(
                "play-entered",
                "🎼 MusicalConductor.play ENTRY: pluginId={text}, sequenceId={text} at {word} (perf={num}ms)",
                (c, r) -> new Event.PlayRequested(r.offset(), r.timeNanos(), c.text(0), c.text(1)));
        on(
                "play-requested",
                "🎼 PluginInterfaceFacade.play(): {text} -> {text}",
                (c, r) -> new Event.PlayRequested(r.offset(), r.timeNanos(), c.text(0), c.text(1)));
        on(
                "sequence-queued",
                "🎼 ExecutionQueue: Enqueued \"{last}\" with priority {word} (Queue size: {int})",
                (c, r) -> new Event.SequenceQueued(r.offset(), r.timeNanos(), c.text(0), c.text(1)));
        on(
                "sequence-dequeued",
                "🎼 ExecutionQueue: Dequeued \"{text}\"",
                (c, r) -> new Event.SequenceDequeued(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "sequence-started",
                "🎼 ExecutionQueue: Now executing \"{text}\"",
                (c, r) -> new Event.SequenceStarted(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "request-identified",
                "🆔 Request ID: {word}",
                (c, r) -> new Event.RequestIdentified(r.offset(), r.timeNanos(), c.freshText(0)));
        on(
                "sequence-completed",
                "✅ SequenceExecutor: Sequence \"{last}\" completed in {num}ms",
                (c, r) -> new Event.SequenceCompleted(r.offset(), r.timeNanos(), c.text(0), c.nanosFromMillis(1)));
        on(
                "sequence-failed",
                "❌ SequenceExecutor: Sequence \"{text}\" failed at movement {int}, beat {int}: {any}",
                (c, r) -> new Event.SequenceFailed(
                        r.offset(), r.timeNanos(), c.text(0), c.freshText(3), r.continuation()));
        on(
                "sequence-failed-1.4.5",
                "❌ SequenceExecutor: Sequence \"{text}\" failed: {any}",
                (c, r) -> new Event.SequenceFailed(
                        r.offset(), r.timeNanos(), c.text(0), c.freshText(1), r.continuation()));
        on(
                "sequence-stopped",
                "🛑 SequenceExecutor: Stopping execution of \"{text}\"",
                (c, r) -> new Event.SequenceCancelled(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "sequence-removed",
                "🎼 ExecutionQueue: Removed {int} requests for sequence \"{text}\"",
                (c, r) -> new Event.SequenceCancelled(r.offset(), r.timeNanos(), c.text(1)));
        on(
                "queue-cleared",
                "🎼 ExecutionQueue: Cleared {int} requests from queue",
                (c, r) -> new Event.QueueCleared(r.offset(), r.timeNanos()));
        on(
                "queue-completed",
                "🎼 ExecutionQueue: Marked \"{last}\" as completed (Total completed: {int})",
                (c, r) -> new Event.QueueCompleted(r.offset(), r.timeNanos(), c.text(0)));
    }

    private void movements() {
        on(
                "movement-started",
                "🎵 MovementExecutor: Starting movement \"{last}\" with {int} beats",
                (c, r) -> new Event.MovementStarted(r.offset(), r.timeNanos(), c.text(0), c.intAt(1)));
        on(
                "movement-measured",
                "⏱️ PerformanceTracker: Movement {last} completed in {num}ms",
                (c, r) -> new Event.MovementMeasured(r.offset(), r.timeNanos(), c.text(0), c.nanosFromMillis(1)));
        on(
                "movement-completed",
                "✅ MovementExecutor: Movement \"{text}\" completed successfully",
                (c, r) -> new Event.MovementCompleted(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "movement-failed",
                "❌ MovementExecutor: Movement \"{text}\" failed: {any}",
                (c, r) -> new Event.MovementFailed(
                        r.offset(), r.timeNanos(), c.text(0), c.freshText(1), r.continuation()));
    }

    private void beats() {
        on(
                "beat-started",
                "🥁 MovementExecutor: Executing beat {int} ({int}/{int})",
                (c, r) -> new Event.BeatStarted(r.offset(), r.timeNanos(), c.intAt(0), c.intAt(1), c.intAt(2)));
        onEchoed(
                "beat-described",
                "🎵 Beat {int} Started: {last} ({text})",
                (c, r) -> new Event.BeatDescribed(r.offset(), r.timeNanos(), c.intAt(0), c.text(1), c.text(2)));
        on("beat-event", "🎯 Event: {text}", (c, r) -> new Event.BeatEmitted(r.offset(), r.timeNanos(), c.text(0)));
        on(
                "beat-timed",
                "{{sequence: '{last}', movement: '{text}', beat: {int}, type: '{text}', timing: '{text}',{text}",
                (c, r) -> new Event.BeatTimed(r.offset(), r.timeNanos(), c.intAt(2), c.text(4)));
        on(
                "beat-timed-json",
                "{{\"sequence\":\"{last}\",\"movement\":\"{text}\",\"beat\":{int},\"type\":\"{text}\",\"timing\":\"{text}\",{text}",
                (c, r) -> new Event.BeatTimed(r.offset(), r.timeNanos(), c.intAt(2), c.text(4)));
        on(
                "beat-measured",
                "⏱️ PerformanceTracker: Beat {int} completed in {num}ms",
                (c, r) -> new Event.BeatMeasured(r.offset(), r.timeNanos(), c.intAt(0), c.nanosFromMillis(1)));
        on(
                "beat-completed",
                "✅ BeatExecutor: Beat {int} ({text}) completed in {num}ms",
                (c, r) -> new Event.BeatCompleted(
                        r.offset(), r.timeNanos(), c.intAt(0), c.text(1), c.nanosFromMillis(2)));
        on(
                "beat-failed",
                "❌ BeatExecutor: Beat {int} ({text}) failed: {any}",
                (c, r) -> new Event.BeatFailed(
                        r.offset(), r.timeNanos(), c.intAt(0), c.text(1), c.freshText(2), r.continuation()));
        on(
                "beat-retried",
                "🔄 BeatExecutor: Retrying beat {int} (attempt {int}/{int})",
                (c, r) -> new Event.BeatRetried(r.offset(), r.timeNanos(), c.intAt(0), c.intAt(1)));
    }

    private void handlers() {
        on(
                "subscriber-called",
                "🕐 [EVENTBUS] Calling subscriber {int} for \"{text}\" at {word} (perf: {num}ms)",
                (c, r) -> new Event.SubscriberCalled(r.offset(), r.timeNanos(), c.text(1), c.intAt(0)));
        on(
                "subscriber-returned",
                "🕐 [EVENTBUS] Subscriber {int} for \"{text}\" returned (sync) at {word} (perf: {num}ms)",
                (c, r) -> new Event.SubscriberReturned(r.offset(), r.timeNanos(), c.text(1), c.intAt(0)));
        on(
                "baton-unchanged",
                "🎽 DataBaton: No changes | seq={last} beat={word} event={last} handler={word}",
                (c, r) -> new Event.BatonCompared(
                        r.offset(),
                        r.timeNanos(),
                        c.text(0),
                        c.text(2),
                        BatonDetails.named(c.text(3)),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
        on(
                "baton-changed",
                "🎽 DataBaton: {text} | seq={text} beat={word} event={text} handler={word} plugin={word} req={word} preview={any}",
                BatonDetails::read);
        on(
                "handler-failed",
                "🧠 PluginManager: Handler execution failed for {text}.{word}: {any}",
                (c, r) -> new Event.HandlerFailed(
                        r.offset(), r.timeNanos(), c.text(0), c.text(1), c.freshText(2), r.continuation()));
    }
}
