/// Finding which known message a text is, over bytes, without regular expressions.
///
/// A [MessagePattern] is a line of text with holes, such as `Beat {int} Started: {text} ({text})`; a
/// [PatternIndex] finds the pattern that a message matches as a whole. Nothing matches by prefix alone, so
/// a message with one changed marker is unknown and not mistaken for its neighbour.
@NullMarked
package dev.backbeat.ingest.matching;

import org.jspecify.annotations.NullMarked;
