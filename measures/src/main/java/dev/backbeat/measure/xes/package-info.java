/// Event logs in XES (IEEE 1849), read trace by trace.
@NullMarked
package dev.backbeat.measure.xes;

import org.jspecify.annotations.NullMarked;
