/// Tests of the conformance.
@NullMarked
package dev.backbeat.analysis.conformance;

import org.jspecify.annotations.NullMarked;
