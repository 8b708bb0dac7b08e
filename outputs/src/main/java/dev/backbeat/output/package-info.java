/// The contract of the outputs: each shows exhibits in one format and lies in a package of its own below
/// this one.
///
/// Starting points: [Output] for the shape, [Screen] for what a terminal can do. Outputs know no analysis.
@NullMarked
package dev.backbeat.output;

import org.jspecify.annotations.NullMarked;
