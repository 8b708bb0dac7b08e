/// The JSON that RenderX's telemetry page exports, and the one of its `LogAnalyzer` that lies within it.
/// It knows plugins by the word behind "plugin" and gives each mount the same duration, so beware of
/// both.
@NullMarked
package dev.backbeat.ingest.claims.telemetrydiagnostics;

import org.jspecify.annotations.NullMarked;
