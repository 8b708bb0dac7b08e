package dev.backbeat.ingest.claims.telemetryframes;

import dev.backbeat.ingest.claims.JsonClaims;
import dev.backbeat.ingest.claims.JsonReport;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.ReportReading;
import dev.backbeat.model.Claim.Kind;

/// The report `telemetry-frames`.
public final class TelemetryFrames implements ReportFormat {

    @Override
    public String id() {
        return "telemetry-frames";
    }

    @Override
    public String description() {
        return "what RenderX's telemetry workbench records (`frames-*.json`), read as claims";
    }

    @Override
    public boolean fits(String name, String sample) {
        return JsonReport.objectIn(sample)
                .filter(json -> json.contains("\"totalFrames\":") && json.contains("\"firstTs\":"))
                .isPresent();
    }

    @Override
    public void read(ReportReading report) {
        report.writtenBy("frames-builder.ts");
        JsonClaims claims = new JsonClaims(report);
        JsonReport.read(report, root -> {
            root.at("summary").ifPresent(summary -> {
                claims.count(summary.at("totalEvents"), Kind.TIMED_RECORDS, null);
                claims.session(summary, "firstTs", "lastTs", "");
                summary.at("totalFrames").ifPresent(frames -> frames.silent("number of frames"));
            });
            root.at("frames").ifPresent(frames -> frames.silent("recorded line"));
        });
    }
}
