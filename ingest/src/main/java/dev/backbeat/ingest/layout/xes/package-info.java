/// The layout `xes`: event logs once they are lines. What stands in a line is the decoding's business and the
/// vocabulary's; here it is only told from other lines, and its time is found.
@NullMarked
package dev.backbeat.ingest.layout.xes;

import org.jspecify.annotations.NullMarked;
