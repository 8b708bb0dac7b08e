/// The JSON that RenderX's telemetry workbench records from a log: its timed lines, gathered by their
/// time. It is the one recording of the canvas in that repository that a machine can read; the lines
/// themselves claim nothing, and are not read as a log either, since that would count a session twice.
@NullMarked
package dev.backbeat.ingest.claims.telemetryframes;

import org.jspecify.annotations.NullMarked;
