package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.history.Bundle;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bundled sample's beats against where the running code says that its functions are.
class StorefrontMappingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Bench.root().resolve("samples/storefront");

    @TempDir
    static Path folder;

    private static JsonNode report;
    private static JsonNode commits;

    @BeforeAll
    static void analyze() throws IOException {
        commits = JSON.readTree(Files.readString(SAMPLE.resolve("history/commits.json")));
        Path checkout = folder.resolve("storefront");
        Bundle.checkOut(SAMPLE.resolve("storefront.bundle"), checkout);
        // What lies in the work tree must not matter.
        try (Stream<Path> sources = Files.walk(checkout.resolve("plugins"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Files.writeString(source, "\n\n\n" + Files.readString(source));
            }
        }
        report = new Bench(folder)
                .analyze(
                        SAMPLE.resolve("sessions").toString(),
                        "--build",
                        "v1@" + commits.get("v1").asString() + "=build-v1.log",
                        "--build",
                        "v2@" + commits.get("v2").asString(),
                        "--code",
                        checkout.toString());
    }

    @Test
    void everyBeatRunIsMapped() {
        assertThat(report.get("beatRunsMapped").asLong())
                .isEqualTo(report.get("beatRuns").asLong())
                .isPositive();
        assertThat(report.get("beatRunsUnmapped").asLong()).isZero();
    }

    @Test
    void everyHandlerIsMappedToTheLineThatTheRunningCodeNames() throws IOException {
        Map<String, String> truth = new TreeMap<>();
        JsonNode known = JSON.readTree(Files.readString(SAMPLE.resolve("handlers.truth.json")));
        for (JsonNode build : known.get("builds")) {
            for (JsonNode handler : build.get("handlers")) {
                truth.put(
                        "%s %s %s.%s"
                                .formatted(
                                        build.get("label").asString(),
                                        handler.get("sequence").asString(),
                                        handler.get("plugin").asString(),
                                        handler.get("handler").asString()),
                        handler.get("file").asString() + ":"
                                + handler.get("line").asInt());
            }
        }
        Map<String, String> found = new TreeMap<>();
        rows(
                "SELECT * FROM mappings",
                row -> found.put(
                        "%s %s %s.%s"
                                .formatted(
                                        text(row, "build"),
                                        text(row, "sequence_id"),
                                        text(row, "plugin"),
                                        text(row, "handler")),
                        text(row, "path") + ":" + row.intAt("line")));
        assertThat(found).hasSizeGreaterThan(40);
        assertThat(truth).containsAllEntriesOf(found);
    }

    @Test
    void aLineIsOfTheCommitOfItsBuild() {
        List<String> versions = rows(
                "SELECT DISTINCT build, tree_commit FROM mappings ORDER BY build",
                row -> text(row, "build") + " " + text(row, "tree_commit"));
        assertThat(versions)
                .containsExactly(
                        "v1 " + commits.get("v1").asString(),
                        "v2 " + commits.get("v2").asString());
    }

    @Test
    void whatWasRenamedAndWhatMovedIsTheSameHandler() {
        List<String> renames = rows(
                "SELECT kind, from_handler, to_handler, from_path, to_path FROM renames ORDER BY kind",
                row -> "%s %s %s %s %s"
                        .formatted(
                                text(row, "kind"),
                                text(row, "from_handler"),
                                text(row, "to_handler"),
                                text(row, "from_path"),
                                text(row, "to_path")));
        assertThat(renames)
                .anyMatch(rename -> rename.startsWith("renamed sumSales totalSales "))
                .anyMatch(rename -> rename.startsWith("moved closeDay closeDay ")
                        && rename.contains("daily.js")
                        && rename.endsWith("closing.js"))
                .hasSize(2);
    }

    @Test
    void theProfileShowsTheLineAndARenamedHandlerAsOne() {
        JsonNode profile = new Bench(folder)
                .run("profile", "--top", "100", "--output", "json")
                .json();
        JsonNode ranking = profile.get("exhibits")
                .valueStream()
                .filter(exhibit -> exhibit.get("title").asString().startsWith("bottlenecks by handler"))
                .findFirst()
                .orElseThrow();
        Map<String, String> lines = new TreeMap<>();
        for (JsonNode row : ranking.get("rows")) {
            String name = row.get(0).at("/value/text").asString();
            String build = row.get(2).at("/value/text").asString();
            lines.put(
                    build + " " + name,
                    row.get(row.size() - 1).at("/value/text").asString());
        }
        assertThat(lines.keySet())
                .anyMatch(line -> line.matches("v1 .*[.]totalSales [(]was sumSales[)]"))
                .anyMatch(line -> line.matches("v2 .*[.]totalSales"))
                .noneMatch(line -> line.endsWith(".sumSales"));
        assertThat(lines.values()).allMatch(code -> code.matches("plugins/.*[.]js:[0-9]+"));
    }

    @Test
    void anUnknownCommitFallsBackToTheWorkTreeAndSaysSo() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Bench bench = new Bench(other);
        bench.analyze(
                SAMPLE.resolve("sessions/misrouted.log").toString(),
                "--build",
                "v9@0123456789abcdef0123456789abcdef01234567",
                "--code",
                folder.resolve("storefront").toString());
        String map = bench.run("map").out();
        assertThat(map).contains("work tree, may differ from the build", "is not in the repository");
        String relabelled = bench.run("relabel", "1", "--build", "v2").out();
        assertThat(relabelled).contains("ran the build `v2`");
        assertThat(bench.run("map").out()).contains("the tag `v2`");
    }

    private static String text(Row row, String column) {
        return row.textAt(column).orElse("-");
    }

    private static <T> List<T> rows(String sql, Store.RowReader<T> reader) {
        try (Store store = Catalog.parts().storeEngine().open(folder.resolve(".backbeat"), false)) {
            return store.rows(sql, reader);
        }
    }
}
