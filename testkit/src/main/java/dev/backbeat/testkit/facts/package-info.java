/// Reads a log the way Backbeat does and keeps everything that comes out, so that a test can look at it.
///
/// Starting point: [CollectedFacts#read]. Nothing is stored and no journal is written.
@NullMarked
package dev.backbeat.testkit.facts;

import org.jspecify.annotations.NullMarked;
