package dev.backbeat.model;

/// The permanent identity of a handler: it needs no code and survives moves of the code.
///
/// @param plugin who owns the handler
/// @param sequence the id of the documented sequence that names it, or the sequence's name where no id is
///     known
/// @param handler the function's name as the log or the document says it
public record HandlerKey(String plugin, String sequence, String handler) {}
