/// The output `xes`: executions as an event log of IEEE 1849, which tools for process mining read.
///
/// Starting point: [XesOutput]. A run is a trace, a step an event; `time:timestamp` is when the step began.
@NullMarked
package dev.backbeat.output.xes;

import org.jspecify.annotations.NullMarked;
