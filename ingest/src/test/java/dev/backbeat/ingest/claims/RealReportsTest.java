package dev.backbeat.ingest.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.model.Claim;
import dev.backbeat.model.LineClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The reports that lie in RenderX's repository, where a checkout of it or a copy of its outputs is there.
class RealReportsTest {

    private static final Map<Path, ReadReport> READ = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path outputs = outputs();
        boolean there = Files.isDirectory(outputs);
        if (!there) {
            System.out.println("skipped: RenderX's reports are not in " + outputs);
        }
        assumeTrue(there, "RenderX's reports are not in " + outputs);
        try (Stream<Path> files = Files.list(outputs)) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Reports.format(file.toString(), bytes).ifPresent(format -> READ.put(file, Reports.read(format, bytes)));
            }
        }
    }

    /// `-Dbackbeat.renderx` names a checkout; else what is shared beside the project is taken.
    private static Path outputs() {
        String given = System.getProperty("backbeat.renderx");
        Path checkout = given == null ? top().resolve("../shared/data/renderx/catalog") : Path.of(given);
        return checkout.resolve("outputs").normalize();
    }

    private static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("samples"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Test
    void everyReportIsKnown() {
        try (Stream<Path> files = Files.list(outputs())) {
            List<Path> reports = files.filter(file -> String.valueOf(file.getFileName())
                            .matches("(log-analysis|telemetry-diagnostics|telemetry_filter|frames-).*"))
                    .sorted()
                    .toList();
            assertThat(READ.keySet()).hasSizeGreaterThan(20).containsExactlyElementsOf(reports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLineIsKnownAndTheLedgerBalances() {
        READ.forEach((file, report) -> {
            if (Boolean.getBoolean("backbeat.tell")) {
                System.out.printf(
                        "%s: %d claims, %s%n",
                        file.getFileName(),
                        report.claims().size(),
                        report.summary().counts());
            }
            assertThat(Reports.allLines(report))
                    .as("%s", file)
                    .isEqualTo(report.summary().lines());
            assertThat(report.summary().templates()).as("%s", file).isEmpty();
            assertThat(Reports.lines(report, LineClass.REJECTED)).as("%s", file).isZero();
            assertThat(report.source().complete()).as("%s", file).isTrue();
            assertThat(report.claims()).as("%s", file).isNotEmpty();
        });
    }

    @Test
    void theExportCallsAllPluginsManagerOrMounted() {
        READ.forEach((file, report) -> {
            if (String.valueOf(file.getFileName()).startsWith("telemetry-diagnostics")) {
                assertThat(Reports.of(report, Claim.Kind.PLUGIN_MOUNTED).map(Reports::words))
                        .containsExactly("Manager 51", "mounted 48");
                assertThat(Reports.of(report, Claim.Kind.PLUGIN_MOUNT_DURATION)
                                .map(Claim::value)
                                .distinct())
                        .containsExactly(50_000_000L);
            }
        });
    }
}
