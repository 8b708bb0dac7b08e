package dev.backbeat.code.catalog;

/// A way from a topic or an interaction to a sequence, as a manifest documents it.
///
/// @param kind what leads there
/// @param name the topic or the interaction
/// @param plugin the plugin that is asked to play it; empty where the manifest names none
/// @param sequence the id of the sequence; empty for a topic that leads nowhere
/// @param path the manifest, within the checkout
/// @param line where it stands
public record Route(Kind kind, String name, String plugin, String sequence, String path, int line) {

    /// What leads there.
    public enum Kind {
        /// A message on a topic.
        TOPIC,
        /// Something a user does.
        INTERACTION
    }
}
