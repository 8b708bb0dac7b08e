/// The Markdown that RenderX's `scripts/analyze-logs.js` and `scripts/generate-md-report.js` write about
/// one log. The second one rounds durations down to seconds and lists only the first of many.
@NullMarked
package dev.backbeat.ingest.claims.loganalysismarkdown;

import org.jspecify.annotations.NullMarked;
