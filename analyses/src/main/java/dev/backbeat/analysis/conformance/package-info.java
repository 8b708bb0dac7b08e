/// **Does production do what is documented?** Each execution against the documents of its sequence.
///
/// Method: executions that took the same beats in the same order are one variant. Each variant is aligned
/// with the Petri net of each document of its sequence: beats after each other over all movements, groups of
/// parallel beats in any order, optional beats that may be left out. The cheapest alignment (A. Adriansyah,
/// *Aligning Observed and Modeled Behavior*, 2014) over all documents counts, so an execution that follows
/// any of its documents is at peace with them. A step of the document that was not seen and the same beat
/// seen elsewhere are one deviation: out of order. A beat that comes again right after it failed is a retry,
/// and an execution that did not end may lack its last beats. Fitness is 1 − deviations / (beats seen +
/// beats of the shortest way through the document), as in PM4Py.
///
/// What it cannot see: a document that was written from a defect; two documents of one sequence of which one
/// lacks a beat allow its absence; handlers of logs that name none. Starting point: [ConformanceAnalysis].
@NullMarked
package dev.backbeat.analysis.conformance;

import org.jspecify.annotations.NullMarked;
