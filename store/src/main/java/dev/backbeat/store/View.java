package dev.backbeat.store;

import java.util.List;

/// A documented view of the store: the name that questions use and what its columns mean.
///
/// @param name its name in SQL
/// @param description what one row is
/// @param columns its columns, in order
/// @param sql the portable query that defines it, over the engine's `facts` and the views before it
public record View(String name, String description, List<ViewColumn> columns, String sql) {}
