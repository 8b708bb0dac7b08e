/// The Markdown that RenderX's `telemetry_filter_audit.py` writes about a telemetry diagnostics file. It
/// is a report about a report: most of it checks the filters of a page, which says nothing of a session.
@NullMarked
package dev.backbeat.ingest.claims.telemetryaudit;

import org.jspecify.annotations.NullMarked;
