package dev.backbeat.ingest.assembly;

import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;

/// Finds which execution asked for another.
///
/// A handler that asks for a sequence mostly does so right before it ends, and what it asked for gets no
/// further than its queue while the handler has the thread. So a request was a handler's when no other
/// handler was open, and the handler's end is the next thing that happens, and at once. Otherwise no cause
/// is given:
///
/// - other handlers were open: each of them may have asked, and whichever ends first need not be the one
/// - anything else goes on first, or time passes: the request can as well have come from outside
final class Causes {

    /// How long a handler may go on after a request that was its own, where the log has times.
    private static final long AT_ONCE_NANOS = 5 * Time.NANOS_PER_MILLI;

    private final SessionId session;
    private final HandlerChains chains;
    private final List<Asked> asked = new ArrayList<>();

    /// An execution, and the only handler that can have asked for it.
    private record Asked(Run run, OpenHandler by) {}

    Causes(SessionId session, HandlerChains chains) {
        this.session = session;
        this.chains = chains;
    }

    /// Another one that goes on from here by itself.
    Causes copy(HandlerChains others, Copies copies) {
        Causes copy = new Causes(session, others);
        asked.forEach(request -> copy.asked.add(new Asked(copies.of(request.run()), copies.of(request.by()))));
        return copy;
    }

    /// A request to play reached the queue.
    void asked(Run run) {
        OpenHandler by = chains.onlyOpen();
        if (by != null) {
            asked.add(new Asked(run, by));
        }
    }

    /// A handler of this execution ended.
    void handlerEnded(Run by, OpenHandler handler, long endNanos) {
        for (Asked request : asked) {
            Run run = request.run();
            if (run != by && request.by() == handler && isAtOnce(run.queuedNanos, endNanos)) {
                run.causeExecution = by.id(session);
            }
        }
        asked.clear();
    }

    private static boolean isAtOnce(long askedNanos, long endNanos) {
        long between = Time.between(askedNanos, endNanos);
        return !Time.isKnown(between) || between <= AT_ONCE_NANOS;
    }

    /// Something else went on.
    void progressed() {
        asked.clear();
    }
}
