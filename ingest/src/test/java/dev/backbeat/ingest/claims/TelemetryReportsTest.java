package dev.backbeat.ingest.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.claims.telemetryaudit.TelemetryAudit;
import dev.backbeat.ingest.claims.telemetrydiagnostics.TelemetryDiagnostics;
import dev.backbeat.ingest.claims.telemetryframes.TelemetryFrames;
import dev.backbeat.model.Claim;
import dev.backbeat.model.Claim.Kind;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Time;
import org.junit.jupiter.api.Test;

/// What the telemetry page exports, what is written about it, and what the workbench records.
class TelemetryReportsTest {

    private static final String ANALYZED = """
            {"file": "console-log", "totalLines": 9,
             "earliest": "2026-03-01T08:00:00.000Z", "latest": "2026-03-01T08:00:10.000Z", "durationMs": 10000,
             "pluginMounts": {"byPlugin": {
               "Manager": {"successTimestamps": ["2026-03-01T08:00:01.000Z", "2026-03-01T08:00:02.000Z"],
                           "durations": [50, 50]}}},
             "sequences": {
               "add-item": {"timestamps": ["2026-03-01T08:00:01.000Z"], "name": "Add Item", "id": "add-item", "count": 2}},
             "topics": {"cart:add": {"firstSeen": "2026-03-01T08:00:01.000Z",
                                     "lastSeen": "2026-03-01T08:00:02.000Z", "count": 2}},
             "performance": {"gaps": [{"start": "2026-03-01T08:00:02.000Z", "end": "2026-03-01T08:00:10.000Z",
                                       "durationMs": 8000}], "metrics": {}}}
            """;

    private static final String EXPORT = """
            {"stage1_rawLog": %s,
             "stage2_analyzerJson": %s,
             "stage3_timelineData": {"events": [
                {"time": 1000, "duration": 50, "name": "Component Create", "type": "create", "color": "#06b6d4"},
                {"time": 2000, "duration": 8000, "name": "React Block (8.00s)", "type": "blocked",
                 "details": {"start": "2026-03-01T08:00:02.000Z", "end": "2026-03-01T08:00:10.000Z"}},
                {"time": 2000, "duration": 8000, "name": "Gap (8.00s)", "type": "gap"}],
              "totalDuration": 10000,
              "sessionStart": "2026-03-01T08:00:00.000Z", "sessionEnd": "2026-03-01T08:00:10.000Z"},
             "timestamp": "2026-03-02T10:00:00.000Z"}
            """.formatted(ANALYZED, ANALYZED);

    @Test
    void theExportIsReadOnceAlthoughItSaysThingsThrice() {
        ReadReport report = Reports.read(new TelemetryDiagnostics(), EXPORT);

        assertThat(report.source().about()).isNull();
        assertThat(Time.iso(report.source().writtenNanos())).isEqualTo("2026-03-02T10:00:00.000Z");
        assertThat(Reports.of(report, Kind.PLUGIN_MOUNTED).map(Reports::words)).containsExactly("Manager 2");
        assertThat(Reports.of(report, Kind.PLUGIN_MOUNT_DURATION).map(claim -> Time.iso(claim.endNanos())))
                .containsExactly("2026-03-01T08:00:01.000Z", "2026-03-01T08:00:02.000Z");
        assertThat(Reports.of(report, Kind.SEQUENCE_COUNT).map(Claim::value)).containsExactly(1L);
        assertThat(Reports.of(report, Kind.SEQUENCE_REGISTRATIONS).map(Reports::words))
                .containsExactly("Add Item 2");
        assertThat(Reports.of(report, Kind.SESSION_DURATION)).hasSize(1);
        assertThat(Reports.of(report, Kind.GAP)).hasSize(1);
        assertThat(Reports.of(report, Kind.HOTSPOT).map(Claim::text)).containsExactly("React Block (8.00s)");
        assertThat(Reports.of(report, Kind.TIMELINE_EVENTS).map(Claim::value)).containsExactly(3L);
        assertThat(report.summary().templates()).isEmpty();
    }

    @Test
    void whatTheAnalyzerAloneWritesIsReadToo() {
        ReadReport alone = Reports.read(new TelemetryDiagnostics(), ANALYZED);

        assertThat(alone.claims())
                .hasSameSizeAs(Reports.read(new TelemetryDiagnostics(), EXPORT).claims().stream()
                        .filter(claim -> claim.kind() != Kind.HOTSPOT && claim.kind() != Kind.TIMELINE_EVENTS)
                        .toList());
    }

    @Test
    void anAuditPlacesSilencesByTheTimesBesideEvents() {
        ReadReport report = Reports.read(new TelemetryAudit(), """
                # Telemetry Filter Audit Report

                Generated: 2026-03-02 11:00:00Z UTC
                Source: `telemetry-diagnostics-1.json`

                ## Global Summary

                - Total events: **3**
                - Types: blocked, ui
                - Gap time: 0 ms  |  Blocked time: 8,000 ms

                ### Interactions & UI (chronological)

                - t=  265ms dur=   1ms [################################] ui :: Add Item | abs=2026-03-01T08:00:00.265000Z

                ### Critical Path (gap + blocked)

                - dur= 8000ms [########################################] blocked at t=2000ms name=React Block (8.00s)
                """);

        assertThat(report.source().about()).isEqualTo("telemetry-diagnostics-1.json");
        assertThat(Reports.of(report, Kind.HOTSPOT)
                        .map(claim -> Time.iso(claim.startNanos()) + " " + Time.iso(claim.endNanos())))
                .containsExactly("2026-03-01T08:00:02.000Z 2026-03-01T08:00:10.000Z");
        assertThat(Reports.lines(report, LineClass.UNKNOWN)).isZero();
    }

    @Test
    void framesSayHowManyRecordsThereAreAndWhen() {
        ReadReport report = Reports.read(new TelemetryFrames(), """
                {"summary": {"totalFrames": 1, "totalEvents": 2,
                  "firstTs": "2026-03-01T08:00:00.000Z", "lastTs": "2026-03-01T08:00:00.000Z"},
                 "frames": [{"ts": "2026-03-01T08:00:00.000Z", "epochMs": 1772352000000, "events": [
                   {"raw": "a line", "type": "other"}, {"raw": "another", "type": "other"}]}]}
                """);

        assertThat(Reports.of(report, Kind.TIMED_RECORDS).map(Claim::value)).containsExactly(2L);
        assertThat(report.source().startNanos()).isEqualTo(report.source().endNanos());
        assertThat(Reports.lines(report, LineClass.UNKNOWN)).isZero();
    }
}
