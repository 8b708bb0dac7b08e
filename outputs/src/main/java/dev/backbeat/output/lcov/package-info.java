/// The output `lcov`: how often functions ran in production, as a tracefile that coverage viewers read.
///
/// Starting point: [LcovOutput]. A function has a line of data for its first line only: nobody says which
/// of the others ran.
@NullMarked
package dev.backbeat.output.lcov;

import org.jspecify.annotations.NullMarked;
