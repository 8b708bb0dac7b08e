package dev.backbeat.code.catalog;

/// A module that a plugin manifest names.
///
/// @param plugin the plugin
/// @param role such as `runtime` or `ui`
/// @param module the module's name
/// @param export what is taken from it
/// @param path the manifest, within the checkout
/// @param line where it stands
public record PluginEntry(String plugin, String role, String module, String export, String path, int line) {}
