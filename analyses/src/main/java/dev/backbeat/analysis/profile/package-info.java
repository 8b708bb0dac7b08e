/// **Where does production time go?** Handlers and beats, ranked by the time they took in total.
///
/// Method: of every handler run its own time counts (its end minus the later of its call and the end of
/// the handler run before it on the same chain), of every beat run the duration that the log reports.
/// Percentiles are exact, by nearest rank over all runs (Hyndman and Fan, *Sample Quantiles in
/// Statistical Packages*, 1996, definition 1).
///
/// What it cannot see: handlers of logs that do not print their calls have no time, and time between
/// beats belongs to none of them. Starting point: [ProfileAnalysis].
@NullMarked
package dev.backbeat.analysis.profile;

import org.jspecify.annotations.NullMarked;
