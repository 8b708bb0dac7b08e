/// The command line: one class for each verb, shared options as mixins.
///
/// Starting points: [CommandLines] for the whole, [Shell] for what surrounds a run, [AnalyzeCommand] for
/// the main verb. Data goes to standard output, talk to standard error.
@NullMarked
package dev.backbeat.app.cli;

import org.jspecify.annotations.NullMarked;
