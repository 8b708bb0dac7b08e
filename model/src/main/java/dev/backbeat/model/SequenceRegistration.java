package dev.backbeat.model;

/// A sequence became known to a session.
///
/// @param session the session
/// @param name the sequence's name
/// @param sequenceId the sequence's id
/// @param timeNanos when it was registered
/// @param origin where it was read
public record SequenceRegistration(SessionId session, String name, String sequenceId, long timeNanos, Origin origin) {}
