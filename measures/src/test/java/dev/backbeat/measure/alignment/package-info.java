/// Tests of alignments.
@NullMarked
package dev.backbeat.measure.alignment;

import org.jspecify.annotations.NullMarked;
