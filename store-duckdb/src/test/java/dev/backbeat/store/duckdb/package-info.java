/// Tests of the embedded engine: what every engine has to do, and what is special about this one, such as
/// the folder, the lock, and what a killed process leaves behind.
@NullMarked
package dev.backbeat.store.duckdb;

import org.jspecify.annotations.NullMarked;
