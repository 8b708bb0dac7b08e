/// The output `speedscope`: what ran when, and time by the way that leads to it, as the viewer speedscope reads it.
///
/// Starting point: [SpeedscopeOutput].
@NullMarked
package dev.backbeat.output.speedscope;

import org.jspecify.annotations.NullMarked;
