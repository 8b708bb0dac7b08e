/// Executions folded into variants: equal orders of labels, counted once.
@NullMarked
package dev.backbeat.measure.variant;

import org.jspecify.annotations.NullMarked;
