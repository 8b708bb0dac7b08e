package dev.backbeat.mapping;

/// How a symbol was found.
public enum Strategy {
    /// The documented sequence names the module that exports the handler.
    DOCUMENT
}
