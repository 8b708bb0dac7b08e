package dev.backbeat.ingest.claims.telemetrydiagnostics;

import dev.backbeat.ingest.claims.JsonClaims;
import dev.backbeat.ingest.claims.JsonPart;
import dev.backbeat.ingest.claims.JsonReport;
import dev.backbeat.ingest.claims.Range;
import dev.backbeat.ingest.claims.ReportFigures;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.ReportReading;
import dev.backbeat.model.Claim.Kind;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The report `telemetry-diagnostics`.
public final class TelemetryDiagnostics implements ReportFormat {

    private static final Pattern NAME = Pattern.compile("(?s).*telemetry-diagnostics-[^/\\\\]*\\.json(\\.gz)?");
    private static final String STAGE_1 = "stage1_rawLog";

    @Override
    public String id() {
        return "telemetry-diagnostics";
    }

    @Override
    public String description() {
        return "what RenderX's telemetry page exports (`telemetry-diagnostics-*.json`), or its `LogAnalyzer` alone,"
                + " read as claims";
    }

    @Override
    public boolean fits(String name, String sample) {
        return JsonReport.objectIn(sample)
                .filter(json -> json.contains("\"" + STAGE_1 + "\"")
                        || json.contains("\"stage3_timelineData\"")
                        || json.contains("\"pluginMounts\":{\"byPlugin\"")
                        || (json.contains("\"earliest\":") && NAME.matcher(name).matches()))
                .isPresent();
    }

    @Override
    public void read(ReportReading report) {
        report.writtenBy("LogAnalyzer.ts");
        JsonReport.read(report, root -> {
            Optional<JsonPart> first = root.at(STAGE_1).filter(JsonPart::isObject);
            if (root.at(STAGE_1).isEmpty() && root.at("stage3_timelineData").isEmpty()) {
                new Analyzed(report).read(root);
                return;
            }
            report.writtenAt(root.instantAt("timestamp"));
            first.ifPresent(stage -> new Analyzed(report).read(stage));
            root.at(STAGE_1)
                    .filter(stage -> !stage.isObject())
                    .ifPresent(stage -> stage.text().ifPresent(report::about));
            root.at("stage2_analyzerJson").ifPresent(second -> {
                if (first.isPresent() && second.saysSameAs(first.get())) {
                    second.silent("the same as stage 1");
                } else {
                    new Analyzed(report).read(second);
                }
            });
            root.at("stage3_timelineData").ifPresent(stage -> timeline(report, stage));
        });
    }

    /// The timeline says what the analyzer said, under other names; what is new in it are the silences
    /// that it calls blocked.
    private static void timeline(ReportReading report, JsonPart stage) {
        new JsonClaims(report).session(stage, "sessionStart", "sessionEnd", "totalDuration");
        List<JsonPart> events = stage.elementsAt("events");
        stage.at("events")
                .filter(JsonPart::isWhole)
                .ifPresent(all ->
                        report.claim(Kind.TIMELINE_EVENTS).count(events.size()).at(all));
        long start = stage.instantAt("sessionStart");
        for (JsonPart event : events) {
            String type = event.at("type").flatMap(JsonPart::text).orElse("");
            if (type.equals("gap") || type.equals("blocked")) {
                silence(report, event, type, start);
            }
            event.silentRest("event of the timeline");
        }
    }

    private static void silence(ReportReading report, JsonPart event, String type, long sessionStart) {
        Optional<ReportFigures.Span> took = event.at("duration").flatMap(JsonPart::millis);
        if (took.isEmpty()) {
            return;
        }
        Range told = event.at("details")
                .map(details -> new Range(details.instantAt("start"), details.instantAt("end")))
                .orElse(new Range(Time.UNKNOWN, Time.UNKNOWN));
        Optional<ReportFigures.Span> after = event.at("time").flatMap(JsonPart::millis);
        boolean relative = !Time.isKnown(told.start()) && Time.isKnown(sessionStart) && after.isPresent();
        long start = relative ? sessionStart + after.get().nanos() : told.start();
        long end = relative ? start + took.get().nanos() : told.end();
        report.claim(type.equals("blocked") ? Kind.HOTSPOT : Kind.GAP)
                .text(
                        type.equals("blocked")
                                ? event.at("name").flatMap(JsonPart::text).orElse(null)
                                : null)
                .lasting(took.get())
                .between(start, end)
                .at(event);
    }
}
