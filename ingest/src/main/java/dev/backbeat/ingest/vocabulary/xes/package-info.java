/// What traces and events of XES mean: traces are executions, events are beat runs.
@NullMarked
package dev.backbeat.ingest.vocabulary.xes;

import org.jspecify.annotations.NullMarked;
