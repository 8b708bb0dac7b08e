package dev.backbeat.model;

/// What became of a line. Every line of an input is in exactly one class, so the ledger balances.
public enum LineClass {
    /// It carried an event, or continues a line that did.
    EVENT,
    /// A named rule knows that it carries no event, or it continues such a line.
    SILENT,
    /// It was readable and no rule knows it: mined into a template and counted.
    UNKNOWN,
    /// It could not be read: kept with the reason.
    REJECTED
}
