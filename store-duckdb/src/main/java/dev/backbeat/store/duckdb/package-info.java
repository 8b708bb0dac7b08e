/// The embedded engine: a store in one DuckDB file.
///
/// Facts lie in compact tables in the schema `raw`: recurring texts are numbers of the table `raw.texts`
/// (a `VARCHAR` costs ten times as much to append and compress), enums are numbers, and times are counted in
/// the coarsest tick that loses nothing, which halves their size in logs of milliseconds. Views in the schema
/// `facts` undo that, and the documented views of [dev.backbeat.store.Views] stand on those. [Tables] defines
/// each table once; its DDL, its decoding view and its writing all derive from that definition.
///
/// One transaction per input: DuckDB writes full row groups to disk while the transaction runs, so memory
/// stays flat, and a killed process leaves nothing behind. Starting points: [DuckDbStore], [Tables],
/// [DuckDbInputWriter].
@NullMarked
package dev.backbeat.store.duckdb;

import org.jspecify.annotations.NullMarked;
