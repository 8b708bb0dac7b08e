/// The layout of XES event logs once they are lines.
@NullMarked
package dev.backbeat.ingest.layout.xes;

import org.jspecify.annotations.NullMarked;
