package dev.backbeat.ingest.identity;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.SessionId;

/// Makes identities that depend on content alone, never on thread or arrival order.
public final class Identities {

    private Identities() {}

    /// The identity of an execution whose request the log names.
    public static ExecutionId execution(SessionId session, String requestId) {
        return new ExecutionId(ContentHash.finish(ContentHash.combine(session.value(), ContentHash.of(requestId))));
    }

    /// The identity of an execution whose request the log does not name: from where it was asked for.
    public static ExecutionId execution(SessionId session, String sequenceName, int ordinal, long queuedNanos) {
        long where = ContentHash.combine(ContentHash.of(sequenceName), ordinal);
        return new ExecutionId(
                ContentHash.finish(ContentHash.combine(ContentHash.combine(session.value(), where), queuedNanos)));
    }
}
