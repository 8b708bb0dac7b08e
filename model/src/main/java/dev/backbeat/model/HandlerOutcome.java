package dev.backbeat.model;

/// How a handler run ended.
public enum HandlerOutcome {
    /// It ended and changed the data that is handed from beat to beat.
    CHANGED,
    /// It ended and changed nothing.
    UNCHANGED,
    /// It threw or rejected.
    FAILED,
    /// It was called and nothing tells that it ended.
    NEVER_ENDED
}
