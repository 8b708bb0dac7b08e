/// Optimal alignments of traces with Petri nets: the cheapest way to explain what was observed by what
/// is modelled, after van der Aalst, Adriansyah and van Dongen, *Replaying history on process models
/// for conformance checking and performance analysis* (2012), and Adriansyah, *Aligning observed and
/// modeled behavior* (2014). Pure arithmetic: nothing of Backbeat but its exception.
@NullMarked
package dev.backbeat.measure.alignment;

import org.jspecify.annotations.NullMarked;
