package dev.backbeat.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A line of one format in a file of the other is no continuation: it must not vanish in the record above.
class MixedFormatsTest {

    @Test
    void aRecordersLineIsARecordOfItsOwnInAConsolesExport() {
        assertThat(startsRecord(new ConductorConsoleLayout(), "[2026-11-22T21:16:37.232Z] LOG hello"))
                .isTrue();
    }

    @Test
    void aConsolesLineIsARecordOfItsOwnInARecordersLog() {
        Layout recorder = new ConductorRecorderLayout();

        assertThat(startsRecord(recorder, "EventBus.ts:70 2026-11-22T21:16:37.232Z 🎼 hello"))
                .isTrue();
        assertThat(startsRecord(recorder, "    at createNode (create.stage-crew.ts:39:52)"))
                .isFalse();
        assertThat(startsRecord(recorder, "(anonymous) @ EventBus.ts:70")).isFalse();
    }

    @Test
    void theLinesOfOneFormatDoNotFitTheOther() {
        byte[] recorded = "[2026-11-22T21:16:37.232Z] LOG hello\n".getBytes(StandardCharsets.UTF_8);
        byte[] exported = "EventBus.ts:70 2026-11-22T21:16:37.232Z hello\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new ConductorConsoleLayout().fit(recorded, recorded.length)).isZero();
        assertThat(new ConductorRecorderLayout().fit(exported, exported.length)).isZero();
    }

    private static boolean startsRecord(Layout layout, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return layout.startsRecord(bytes, 0, bytes.length);
    }
}
