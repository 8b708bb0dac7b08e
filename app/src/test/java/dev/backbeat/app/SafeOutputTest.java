package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.ingest.JournalFolder;
import dev.backbeat.ingest.journal.JournalReader;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What comes from a log neither steers the terminal nor gives secrets away.
class SafeOutputTest {

    private static final Pattern SECRET = Pattern.compile("⟦(.*?)⟧");
    private static final int LONG_ENOUGH = 8;

    @TempDir
    Path folder;

    @Test
    void plantedSecretsAreNowhere() throws IOException {
        Bench bench = new Bench(folder);
        List<String> secrets = plant(bench);
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(50);
        StringBuilder seen = new StringBuilder();
        List<List<String>> runs = List.of(
                List.of("analyze", "a.log"),
                List.of("analyze", "a.log", "--output", "json"),
                List.of("ledger", "1"),
                List.of("raw", "a.log:1", "--after", "100000"),
                List.of("query", "SELECT * FROM errors"),
                List.of("query", "SELECT * FROM unknown_templates"),
                List.of("query", "SELECT * FROM state_changes"));
        for (List<String> run : runs) {
            Bench.Result result = bench.run(run.toArray(String[]::new));
            assertThat(result.exitCode()).isZero();
            seen.append(result.out()).append(result.err());
        }
        assertThat(seen).hasSizeGreaterThan(100_000).contains("****");
        try (Stream<Path> files = Files.walk(folder.resolve(".backbeat"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        seen.append(journal());
        assertThat(secrets.stream().filter(secret -> seen.indexOf(secret) >= 0)).isEmpty();
    }

    private String journal() throws IOException {
        StringBuilder text = new StringBuilder();
        JournalFolder journals = new JournalFolder(folder.resolve(".backbeat"));
        try (Stream<Path> files = Files.list(journals.file(""))) {
            for (Path file : files.toList()) {
                try (InputStream in = new JournalReader(file, "journal").open()) {
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(text).hasSizeGreaterThan(10_000);
        return text.toString();
    }

    /// Each line of the redaction tests becomes the text of a handler's failure.
    private static List<String> plant(Bench bench) {
        List<String> lines = new ArrayList<>(Bench.lines("handler-failures.log"));
        List<String> secrets = new ArrayList<>();
        Path marked = Bench.root().resolve("ingest/src/test/resources/dev/backbeat/ingest/redaction/secrets.txt");
        for (String line : Bench.text(marked).lines().toList()) {
            Matcher secret = SECRET.matcher(line);
            if (line.startsWith("# ") || line.isEmpty()) {
                continue;
            }
            lines.add("[2026-11-22T22:33:13.034Z] ERROR 🧠 PluginManager: Handler execution failed for A.b: failed\n");
            lines.add(secret.replaceAll("$1") + "\n");
            secret.reset()
                    .results()
                    .map(found -> found.group(1))
                    .filter(text -> text.length() >= LONG_ENOUGH)
                    .forEach(secrets::add);
        }
        bench.write("a.log", lines);
        return secrets;
    }

    @Test
    void controlCharactersAreShownAndNotObeyed() {
        Bench bench = new Bench(folder);
        List<String> lines = new ArrayList<>(Bench.lines("handler-failures.log"));
        String evil = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil";
        lines.replaceAll(line -> line.replace("CheckoutPlugin", "Checkout" + evil));
        lines.add("[2026-11-22T22:33:13.034Z] LOG no rule knows " + evil + "\n");
        bench.write("evil.log", lines);
        for (List<String> run : List.of(
                List.of("analyze", "evil.log"),
                List.of("raw", "evil.log:" + lines.size()),
                List.of("ledger", "1"),
                List.of("query", "SELECT message FROM errors"))) {
            Bench.Result result = bench.run(Map.of(), new byte[0], new Screen(200, false), run.toArray(String[]::new));
            assertThat(result.exitCode()).isZero();
            assertThat(result.out() + result.err()).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u202e]");
        }
        assertThat(bench.run("raw", "evil.log:" + lines.size()).out()).contains("␛]0;owned␇␛[2J\\u009b31m\\u202eevil");
    }

    @Test
    void colourOnlyWhereTheScreenHasIt() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        assertThat(bench.run("analyze", "a.log").out()).doesNotContain("\u001b");
        Bench.Result coloured = bench.run(Map.of(), new byte[0], new Screen(80, true), "sessions");
        assertThat(coloured.out()).contains("\u001b[");
    }

    @Test
    void aMutatedMarkerIsUnknownAndNotSilent() {
        Bench bench = new Bench(folder);
        List<String> lines = Bench.lines("browse-and-buy.log");
        long marked = lines.stream().filter(line -> line.contains("🥁")).count();
        assertThat(marked).isGreaterThan(100);
        bench.write("plain.log", lines);
        bench.write(
                "mutated.log",
                lines.stream().map(line -> line.replace("🥁", "🥁x")).toList());
        JsonNode plain = bench.analyze("plain.log");
        JsonNode mutated = bench.analyze("mutated.log", "--store", "other");
        assertThat(mutated.get("linesUnknown").asLong())
                .isEqualTo(plain.get("linesUnknown").asLong() + marked);
        assertThat(mutated.get("linesSilent").asLong())
                .isLessThanOrEqualTo(plain.get("linesSilent").asLong());
    }
}
