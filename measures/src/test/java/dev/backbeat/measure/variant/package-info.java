/// Tests of folding.
@NullMarked
package dev.backbeat.measure.variant;

import org.jspecify.annotations.NullMarked;
