package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.tree.WorkTree;
import dev.backbeat.mapping.HandlerMapper;
import dev.backbeat.mapping.HandlerMapping;
import dev.backbeat.model.HandlerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packages that RenderX publishes, installed by npm: bundled JavaScript with documented sequences
/// beside it.
class PublishedPackagesTest {

    private static final String PACKAGES = """
            {
              "name": "published-packages",
              "private": true,
              "dependencies": {
                "@renderx-plugins/canvas-component": "0.1.0-rc.18",
                "@renderx-plugins/library-component": "0.1.0-rc.5",
                "@renderx-plugins/library": "0.1.1-rc.3",
                "@renderx-plugins/header": "0.1.1",
                "@renderx-plugins/control-panel": "0.1.0-rc.4",
                "musical-conductor": "1.4.5"
              }
            }
            """;
    private static final long SECONDS = 180;

    private static CodeIndex index;

    @BeforeAll
    static void install(@TempDir Path cache) throws IOException, InterruptedException {
        Path checkout = Files.createDirectories(Bench.root().resolve("app/target/published-packages"));
        Files.writeString(checkout.resolve("package.json"), PACKAGES);
        boolean installed = npm(checkout);
        if (!installed) {
            System.out.println(
                    "skipped: npm could not install the published packages; see " + checkout.resolve("npm.txt"));
        }
        assumeTrue(installed, "npm could not install the published packages");
        index = Catalog.parts().code().indexer(cache).index(WorkTree.of(checkout));
    }

    private static boolean npm(Path checkout) throws InterruptedException {
        try {
            Process npm = new ProcessBuilder(
                            "npm", "install", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund")
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(checkout.resolve("npm.txt").toFile())
                    .start();
            return npm.waitFor(SECONDS, TimeUnit.SECONDS) && npm.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theirOwnSequencesAreRead() {
        assertThat(index.documents().sequences()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(index.files().keySet()).anyMatch(path -> path.endsWith("canvas-component/dist/index.js"));
    }

    @Test
    void theirHandlersAreFoundInTheBundles() {
        HandlerMapper mapper = new HandlerMapper(List.of(index));
        Map<String, String> found = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        for (DocumentedSequence sequence : index.documents().sequences()) {
            for (DocumentedSequence.Beat beat : sequence.beats()) {
                String plugin = sequence.plugin();
                HandlerMapping mapping =
                        mapper.map(new HandlerKey(plugin == null ? "" : plugin, sequence.id(), beat.handler()));
                HandlerMapping.Found place = mapping.found();
                if (place != null) {
                    found.put(
                            sequence.id() + " " + beat.handler(), place.symbol().toString());
                } else {
                    reasons.put(sequence.id() + " " + beat.handler(), mapping.reason());
                }
            }
        }
        System.out.printf("published packages: %d handlers mapped, not %s%n", found.size(), reasons);
        assertThat(found).hasSizeGreaterThanOrEqualTo(55);
        assertThat(found)
                .allSatisfy((handler, symbol) -> assertThat(symbol).startsWith("node_modules/@renderx-plugins/"));
        assertThat(reasons).allSatisfy((handler, reason) -> assertThat(reason).isNotBlank());
    }
}
