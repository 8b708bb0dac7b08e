package dev.backbeat.model;

/// How the end of a handler run was tied to its call: from certain to a guess that is marked as one.
public enum Tie {
    /// The record names the request.
    REQUEST_ID,
    /// One handler run alone could have ended so.
    ONLY_CANDIDATE,
    /// The handler-end record just above belongs to the same execution, whose next handler run could have
    /// ended so.
    CHAIN_NEIGHBOUR,
    /// Several could have ended so and the first called was taken: ambiguous.
    FIRST_CALLED,
    /// Nothing was to be tied: the handler run never ended.
    NONE
}
