/// Tests of reading Petri nets.
@NullMarked
package dev.backbeat.measure.petri;

import org.jspecify.annotations.NullMarked;
