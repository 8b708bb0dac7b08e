/// The output `dot`: graphs in the language of Graphviz, to be drawn with `dot -Tsvg`.
///
/// Starting point: [DotOutput]. How often a way was taken stands at it and makes it thicker.
@NullMarked
package dev.backbeat.output.dot;

import org.jspecify.annotations.NullMarked;
