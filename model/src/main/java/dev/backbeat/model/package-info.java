/// The words of Backbeat as records: events (what a log said), facts (what was rebuilt from them),
/// findings and exhibits (what is answered). The JDK is the only dependency, so every other module can
/// speak these words.
///
/// Starting points: [Event] is the first narrow waist (every input format becomes events),
/// [FactSink] takes the facts that the assembler rebuilds, [Exhibit] is the second waist (every answer
/// becomes exhibits). Times are epoch nanoseconds, durations are nanoseconds; [Time#UNKNOWN] stands for
/// "the log did not say".
@NullMarked
package dev.backbeat.model;

import org.jspecify.annotations.NullMarked;
