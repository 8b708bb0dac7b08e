/// **What happened, beat by beat, in parallel or in turn?** One execution, two side by side, a session,
/// or everything in scope, as bars on one axis of time.
///
/// Method: bars are the times that the log gives; what did not end is drawn to the end of what is known
/// and marked. A handler run on the critical path is one whose own time the execution would have been
/// shorter without, as the profile counts it; the bottleneck has most of it. Two executions are aligned
/// by the fewest beats that stand in one of them alone (an optimal alignment, Carmona et al.,
/// *Conformance Checking*, 2018, chapter 7, of the one with the net of the other). Executions shorter
/// than a part of the axis are drawn together, with their count; beats are drawn for those that are drawn
/// by themselves.
///
/// What it cannot see: what the log gives no time. Starting point: [TimelineAnalysis].
@NullMarked
package dev.backbeat.analysis.timeline;

import org.jspecify.annotations.NullMarked;
