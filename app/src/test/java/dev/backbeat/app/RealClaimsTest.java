package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.output.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The first user's own reports, where they are there: two known mistakes of their tools are found, even
/// though the logs that they were made of are lost.
class RealClaimsTest {

    @TempDir
    Path folder;

    @Test
    void theKnownMistakesOfTheirToolsAreFound() {
        String given = System.getProperty("backbeat.renderx");
        Path checkout =
                given == null ? Bench.root().resolveSibling("shared").resolve("data/renderx/catalog") : Path.of(given);
        Path outputs = checkout.resolve("outputs");
        boolean there = Files.isDirectory(outputs);
        if (!there) {
            System.out.println("skipped: RenderX's reports are not in " + outputs);
        }
        assumeTrue(there, "RenderX's reports are not in " + outputs);
        Bench bench = new Bench(folder);

        JsonNode report = bench.analyze(outputs.toString());
        String claims = bench.run(Map.of(), new byte[0], new Screen(300, false), "claims", "--top", "0")
                .out();

        assertThat(report.get("linesUnknown").asLong()).isZero();
        assertThat(report.get("linesRejected").asLong()).isZero();
        assertThat(report.get("claims").asLong()).isGreaterThan(5_000);
        assertThat(report.get("sessions").asLong()).isZero();
        assertThat(claims)
                .contains(
                        "names the plugins `Manager`, `mounted`: another report of the session has no plugin of that name")
                .contains("of 30.463 s begin at 2025-11-17T20:22:04.318Z, where the session has no record")
                .contains("lets each of 99 mounts take 50 ms");
    }
}
