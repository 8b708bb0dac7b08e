/// The output `sarif`: the findings of an answer as a SARIF 2.1.0 log, which code scanners and editors read.
///
/// Starting point: [SarifOutput]. A location is a line of code where the finding knows any, else the raw line
/// of the log that shows it. A fingerprint is made of rule, sequence, beat, handler and file, never of lines
/// or counts, so that a finding stays the same one while code around it moves.
@NullMarked
package dev.backbeat.output.sarif;

import org.jspecify.annotations.NullMarked;
