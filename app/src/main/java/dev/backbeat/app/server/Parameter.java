package dev.backbeat.app.server;

import java.util.List;

/// Something a request may say.
///
/// @param place `query` or `path`
/// @param type of JSON schema: `string`, `integer` or `boolean`
/// @param description in one sentence
/// @param byDefault what holds where it is not said; empty where nothing does
/// @param example a value that makes sense
/// @param repeated whether it may be said more than once
record Parameter(
        String name, Place place, String type, String description, String byDefault, String example, boolean repeated) {

    /// Where it stands.
    enum Place {
        QUERY,
        PATH
    }

    static Parameter path(String name, String type, String description, String example) {
        return new Parameter(name, Place.PATH, type, description, "", example, false);
    }

    static Parameter text(String name, String description, String example) {
        return new Parameter(name, Place.QUERY, "string", description, "", example, false);
    }

    static Parameter several(String name, String description, String example) {
        return new Parameter(name, Place.QUERY, "string", description, "", example, true);
    }

    static Parameter number(String name, String description, int byDefault) {
        String value = Integer.toString(byDefault);
        return new Parameter(name, Place.QUERY, "integer", description, value, value, false);
    }

    /// What an answer is about.
    static final List<Parameter> SCOPE = List.of(
            text("from", "only what began then or later, in ISO 8601", "2026-11-22T21:00:00Z"),
            text("to", "only what began before, in ISO 8601", "2026-11-22T22:00:00Z"),
            several("build", "only of this build", "2026-11-22"),
            several("session", "only of this session, sixteen digits", "0011223344556677"),
            several("sequence", "only of this sequence, by name or id", "checkout"),
            several("plugin", "only of this plugin", "CartPlugin"),
            several("handler", "only of this handler", "addItem"));
}
