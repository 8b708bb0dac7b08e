/// Event logs in XES (IEEE 1849), as lines: one for each trace, each event and each end of a trace.
@NullMarked
package dev.backbeat.ingest.decoding.xes;

import org.jspecify.annotations.NullMarked;
