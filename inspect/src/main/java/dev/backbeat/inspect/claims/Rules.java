package dev.backbeat.inspect.claims;

/// The rules that claims break, as `docs/rules` describes them.
final class Rules {

    /// A report names what the log does not have.
    static final String NAME = "CLAIM001";

    /// A report lets something begin where the session has no record.
    static final String TIME = "CLAIM002";

    /// A report's count or duration differs from the log's.
    static final String FIGURE = "CLAIM003";

    /// A report gives each of many the same duration.
    static final String CONSTANT = "CLAIM004";

    private Rules() {}
}
