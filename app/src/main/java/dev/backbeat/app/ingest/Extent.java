package dev.backbeat.app.ingest;

import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// How much of a session a save holds, as one number that orders saves of one session: more timed messages
/// are more, and of equally many the longer stretch of text is, since a save can gain records without a time.
final class Extent {

    private static final int BYTES_BITS = 36;
    private static final long MOST_BYTES = (1L << BYTES_BITS) - 1;

    private Extent() {}

    /// The extent of a session that was read.
    static long of(Session session) {
        return of(
                session.timedMessages(),
                session.end().offset() - session.start().offset());
    }

    /// The extent of what a store holds of a session, empty when it holds nothing.
    static OptionalLong held(Store store, SessionId session) {
        return store
                .rows(
                        "SELECT timed_messages, start_offset, end_offset FROM sessions WHERE session_id = ?",
                        row -> of(row.longAt("timed_messages"), row.longAt("end_offset") - row.longAt("start_offset")),
                        session.value())
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /// The extents of all sessions that a store holds.
    static Map<SessionId, Long> allHeld(Store store) {
        Map<SessionId, Long> held = new HashMap<>();
        store.rows("SELECT session_id, timed_messages, start_offset, end_offset FROM sessions", row -> {
            held.put(
                    new SessionId(row.longAt("session_id")),
                    of(row.longAt("timed_messages"), row.longAt("end_offset") - row.longAt("start_offset")));
            return true;
        });
        return held;
    }

    private static long of(long timedMessages, long bytes) {
        return (timedMessages << BYTES_BITS) | Math.min(Math.max(0, bytes), MOST_BYTES);
    }
}
