package dev.backbeat.ingest.assembly;

import dev.backbeat.model.SessionId;
import java.util.ArrayList;
import java.util.List;

/// Finds which execution asked for another.
///
/// A handler that asks for a sequence does so before it ends, and what it asked for gets no further than
/// its queue while the handler has the thread. So when the end of a handler run is the next thing that
/// happens after a request, the request was that handler's. When anything else goes on first, nobody can
/// tell a handler's request from one that came from outside, and no cause is given.
final class Causes {

    private final SessionId session;
    private final List<Run> asked = new ArrayList<>();

    Causes(SessionId session) {
        this.session = session;
    }

    /// A request to play reached the queue.
    void asked(Run run) {
        asked.add(run);
    }

    /// A handler of this execution ended.
    void handlerEnded(Run by) {
        for (Run run : asked) {
            if (run != by) {
                run.causeExecution = by.id(session);
            }
        }
        asked.clear();
    }

    /// Something else went on.
    void progressed() {
        asked.clear();
    }
}
