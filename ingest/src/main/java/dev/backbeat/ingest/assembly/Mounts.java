package dev.backbeat.ingest.assembly;

import dev.backbeat.model.Event;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ties the ends of mounts to their attempts. Plugins are mounted one after the other, so an end belongs
/// to the latest open attempt of its plugin; earlier ones that nothing ended stay incomplete.
final class Mounts {

    private static final int MAX_OPEN = 1000;

    private final SessionId session;
    private final int input;
    private final FactSink sink;
    private final List<Attempt> open = new ArrayList<>();
    private int ordinals;

    private record Attempt(int ordinal, String plugin, long nanos, long offset) {}

    Mounts(SessionId session, int input, FactSink sink) {
        this.session = session;
        this.input = input;
        this.sink = sink;
    }

    /// Another one that goes on from here by itself.
    Mounts copy(FactSink other) {
        Mounts copy = new Mounts(session, input, other);
        copy.open.addAll(open);
        copy.ordinals = ordinals;
        return copy;
    }

    void attempted(Event.MountAttempted event) {
        if (open.size() == MAX_OPEN) {
            end(open.removeFirst(), Outcome.INCOMPLETE, Time.UNKNOWN, null);
        }
        open.add(new Attempt(ordinals++, event.plugin(), event.timeNanos(), event.offset()));
    }

    void mounted(Event.Mounted event) {
        end(attempt(event.plugin(), event.offset()), Outcome.COMPLETED, event.timeNanos(), null);
    }

    void failed(Event.MountFailed event) {
        end(attempt(event.plugin(), event.offset()), Outcome.FAILED, event.timeNanos(), event.reason());
    }

    void endSession() {
        for (Attempt attempt : open) {
            end(attempt, Outcome.INCOMPLETE, Time.UNKNOWN, null);
        }
        open.clear();
    }

    private Attempt attempt(String plugin, long offset) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).plugin().equals(plugin)) {
                return open.remove(i);
            }
        }
        return new Attempt(ordinals++, plugin, Time.UNKNOWN, offset);
    }

    private void end(Attempt attempt, Outcome outcome, long endNanos, @Nullable String reason) {
        sink.pluginMount(new PluginMount(
                session,
                attempt.ordinal(),
                attempt.plugin(),
                outcome,
                attempt.nanos(),
                endNanos,
                reason,
                new Origin(input, attempt.offset())));
    }
}
