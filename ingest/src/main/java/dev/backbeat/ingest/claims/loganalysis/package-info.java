/// The JSON that RenderX's `scripts/analyze-logs.js` writes about one log. It counts lines by patterns,
/// so its counts are of lines, not of what they mean.
@NullMarked
package dev.backbeat.ingest.claims.loganalysis;

import org.jspecify.annotations.NullMarked;
