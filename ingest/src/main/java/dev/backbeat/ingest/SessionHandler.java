package dev.backbeat.ingest;

import dev.backbeat.model.FactSink;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;

/// Takes what is rebuilt from an input, session by session.
public interface SessionHandler {

    /// A session begins.
    ///
    /// @return where its facts go
    FactSink begin(SessionId session);

    /// The session that began last has ended.
    void end(Session session);
}
