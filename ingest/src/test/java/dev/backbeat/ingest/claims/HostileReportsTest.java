package dev.backbeat.ingest.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.ingest.claims.loganalysis.LogAnalysisJson;
import dev.backbeat.ingest.claims.telemetrydiagnostics.TelemetryDiagnostics;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Claim.Kind;
import dev.backbeat.model.LineClass;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Reports that are cut, broken or meant to do harm.
class HostileReportsTest {

    private static final String REPORT = """
            {
              "totalLines": 9,
              "earliest": "2026-03-01T08:00:00.000Z",
              "pluginMounts": {
                "attempts": 2,
                "byPlugin": {
                  "CartPlugin": {"attempts": 1, "successes": 1},
                  "ShelfPlugin": {"attempts": 1, "successes": 1}
                }
              },
              "sequences": {"registered": 1}
            }
            """;

    @Test
    void whatStandsBeforeACutIsReadAndNothingIsCountedThatIsNotWhole() {
        String cut = REPORT.substring(0, REPORT.indexOf("\"ShelfPlugin\"") + 20);

        ReadReport report = Reports.read(new LogAnalysisJson(), cut);

        assertThat(report.source().complete()).isFalse();
        assertThat(Reports.of(report, Kind.MOUNT_ATTEMPTS).map(Reports::words)).contains("2", "CartPlugin 1");
        assertThat(Reports.of(report, Kind.PLUGIN_COUNT)).isEmpty();
        assertThat(report.summary().rejects()).extracting("reason").hasToString("[TRUNCATED]");
        assertThat(Reports.allLines(report)).isEqualTo(cut.lines().count());
    }

    @Test
    void whatStandsBehindABreakIsRejectedLineByLine() {
        ReadReport report = Reports.read(new LogAnalysisJson(), REPORT.replace("\"ShelfPlugin\":", "ShelfPlugin ="));

        assertThat(Reports.lines(report, LineClass.REJECTED)).isEqualTo(5);
        assertThat(Reports.of(report, Kind.MOUNT_ATTEMPTS).map(Reports::words)).contains("CartPlugin 1");
        assertThat(report.source().complete()).isFalse();
    }

    @Test
    void aSecondDocumentBehindTheFirstIsRejected() {
        ReadReport report = Reports.read(new LogAnalysisJson(), REPORT + REPORT);

        assertThat(Reports.lines(report, LineClass.REJECTED))
                .isEqualTo(REPORT.lines().count());
        assertThat(Reports.of(report, Kind.PLUGIN_COUNT)).hasSize(1);
    }

    @Test
    void aMaskedNumberLeavesTheRestReadable() {
        ReadReport report = Reports.read(
                new LogAnalysisJson(),
                REPORT.replace("\"totalLines\": 9,", "\"totalLines\": 9,\n\"password\": 12345678,"));

        assertThat(report.source().complete()).isTrue();
        assertThat(Reports.of(report, Kind.PLUGIN_COUNT)).hasSize(1);
    }

    @Test
    void secretsAreMaskedBeforeAnythingIsRead() {
        ReadReport report = Reports.read(new LogAnalysisJson(), REPORT.replace("CartPlugin", "jane.doe@example.com"));

        assertThat(report.summary().secrets()).isEqualTo(1);
        assertThat(report.claims()).noneMatch(claim -> Reports.words(claim).contains("jane"));
    }

    @Test
    void numbersBeyondReasonAreUnknown() {
        for (String number :
                new String[] {"1e999999999", "99999999999999999999", "-0.5e300", "1.5", "true", "[]", "\"9\""}) {
            ReadReport report = Reports.read(
                    new LogAnalysisJson(), REPORT.replace("\"totalLines\": 9", "\"totalLines\": " + number));

            assertThat(Reports.of(report, Kind.LINES)).as(number).isEmpty();
            assertThat(Reports.allLines(report))
                    .as(number)
                    .isEqualTo(report.summary().lines());
        }
    }

    @Test
    void timesBeyondReasonAreUnknown() {
        for (String time :
                new String[] {"2026-99-01T08:00:00.000Z", "+999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", ""}) {
            ReadReport report = Reports.read(new LogAnalysisJson(), REPORT.replace("2026-03-01T08:00:00.000Z", time));

            assertThat(Reports.of(report, Kind.SESSION_START)).as(time).isEmpty();
            assertThat(report.summary().templates()).as(time).hasSize(1);
        }
    }

    @Test
    void depthLengthAndNumberAreLimited() {
        String deep = "{\"a\":".repeat(5_000);
        String wide = "{\"stage1_rawLog\": {\"sequences\": {" + entries(40_000) + "\"z\": {\"count\": 1}}}}";

        assertThat(Reports.read(new TelemetryDiagnostics(), deep).claims()).isEmpty();
        ReadReport many = Reports.read(new TelemetryDiagnostics(), wide);
        assertThat(many.claims()).hasSizeLessThanOrEqualTo(100_000).hasSizeGreaterThan(40_000);
        assertThatThrownBy(() -> Reports.read(new TelemetryDiagnostics(), new byte[ReportPass.MOST_BYTES + 1]))
                .isInstanceOf(BackbeatException.class)
                .hasMessageContaining("larger");
    }

    private static String entries(int count) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < count; i++) {
            entries.append("\"s").append(i).append("\": {\"count\": 1, \"id\": \"x\"},\n");
        }
        return entries.toString();
    }

    @Test
    void anyBytesAreReadToTheirEndAndBalance() {
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
            for (int hit = 0; hit < 4; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            for (ReportFormat format : Reports.FORMATS) {
                ReadReport report = Reports.read(format, bytes);
                assertThat(Reports.allLines(report)).isEqualTo(report.summary().lines());
            }
        }
    }

    @Test
    void logsAndOtherDocumentsAreNoReports() {
        for (String other : new String[] {
            "[2026-03-01T08:00:00.000Z] LOG hello",
            "EventBus.ts:70 2026-03-01T08:00:00.000Z hello",
            "{\"resourceSpans\": []}",
            "# A report",
            "[]",
            "{\"pluginMounts\": 1}"
        }) {
            assertThat(Reports.format("telemetry-diagnostics-1.json", other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEmpty();
        }
    }
}
