package dev.backbeat.store;

/// A documented column of a view.
///
/// @param name its name in SQL
/// @param type `BIGINT`, `INTEGER`, `BOOLEAN`, `VARCHAR` or `TIMESTAMP`
/// @param unit what a number in it counts, empty where it is no quantity
/// @param description what it means
public record ViewColumn(String name, String type, String unit, String description) {}
