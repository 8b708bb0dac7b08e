/// The contract of the analyses: each answers one question and lies in a package of its own below this one.
///
/// Starting points: [Analysis] for the shape, [Evidence] for what an analysis may ask, [AnalysisSpec] for
/// what describes it to the command line and to people. Analyses do not know each other, and none knows
/// an output.
@NullMarked
package dev.backbeat.analysis;

import org.jspecify.annotations.NullMarked;
