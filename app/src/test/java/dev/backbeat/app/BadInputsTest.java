package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Bad input: a clear message with a hint, the right exit code, and everything else still processed.
class BadInputsTest {

    @TempDir
    Path folder;

    @Test
    void everythingElseIsStillProcessed() {
        Bench bench = new Bench(folder);
        bench.write("good.log", Bench.lines("hung.log"));
        bench.write("empty.log", new byte[0]);
        bench.write("binary.log", new byte[] {1, 2, 0, 3, 4, 0, 5, 6, 7, 8, 9, 10});
        bench.write("utf16.log", String.join("", Bench.lines("hung.log")).getBytes(StandardCharsets.UTF_16));
        bench.write("prose.txt", "Dear diary\nnothing happened\n".getBytes(StandardCharsets.UTF_8));
        Bench.Result result = bench.run(
                "analyze",
                "--output",
                "json",
                "missing.log",
                "empty.log",
                "binary.log",
                "utf16.log",
                "prose.txt",
                "good.log");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.json().get("inputs").size()).isEqualTo(1);
        assertThat(result.json().get("executions").asLong()).isPositive();
        assertThat(result.json().get("problems").size()).isEqualTo(5);
        assertThat(result.err())
                .contains("error: `missing.log` does not exist\nhint: ")
                .contains("empty.log` is empty\nhint: ")
                .contains("binary.log` is binary\nhint: ")
                .contains("utf16.log` is UTF-16, and logs are read as UTF-8\nhint: convert it with"
                        + " `iconv -f UTF-16 -t UTF-8`")
                .contains("prose.txt` is in no known format\nhint: name its format with `--format`"
                        + " (`conductor-console`, `conductor-recorder`, ");
    }

    @Test
    void inAFolderWhatIsNoLogIsPassedOver() {
        Bench bench = new Bench(folder);
        bench.write("logs/good.log", Bench.lines("hung.log"));
        bench.write("logs/picture.png", new byte[] {1, 2, 0, 3});
        bench.write("logs/node_modules/x.log", Bench.lines("handler-failures.log"));
        Bench.Result result = bench.run("analyze", "logs");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("note: 1 files in the folders are no logs of a known format");
        assertThat(bench.run("inputs").out()).contains("good.log").doesNotContain("x.log");
    }

    @Test
    void aFolderWithoutALogIsTheUsersToMend() {
        Bench bench = new Bench(folder);
        bench.write("logs/readme.md", "hello\n".getBytes(StandardCharsets.UTF_8));
        Bench.Result result = bench.run("analyze", "logs");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("error: there is no log in what was named\nhint: ");
        Bench.Result bare = new Bench(folder.resolve("logs")).run("analyze");
        assertThat(bare.exitCode()).isEqualTo(2);
        assertThat(bare.err()).contains("error: there is no log in ").contains("hint: ");
    }

    @Test
    void linesOfLatin1AreRejectedAndCounted() {
        Bench bench = new Bench(folder);
        List<byte[]> parts = new ArrayList<>();
        parts.add(String.join("", Bench.lines("hung.log")).getBytes(StandardCharsets.UTF_8));
        parts.add("[2026-11-22T22:33:13.034Z] LOG Größe\n".getBytes(StandardCharsets.ISO_8859_1));
        bench.write("latin.log", joined(parts));
        Bench.Result result = bench.run("analyze", "--output", "json", "latin.log");
        assertThat(result.json().get("linesRejected").asLong()).isEqualTo(1);
        assertThat(result.exitCode()).isZero();
        assertThat(bench.run("ledger", "latin.log").out()).contains("not_utf8");
        balances(result.json());
    }

    @Test
    void aLineOfFiftyMegabytesIsRejectedAndTheRestIsRead() {
        Bench bench = new Bench(folder);
        List<String> lines = Bench.lines("hung.log");
        byte[] monster = new byte[50_000_000];
        Arrays.fill(monster, (byte) 'x');
        bench.write(
                "long.log",
                joined(List.of(
                        String.join("", lines.subList(0, 200)).getBytes(StandardCharsets.UTF_8),
                        monster,
                        ("\n" + String.join("", lines.subList(200, lines.size()))).getBytes(StandardCharsets.UTF_8))));
        JsonNode report = bench.analyze("long.log");
        assertThat(report.get("linesRejected").asLong()).isEqualTo(1);
        assertThat(report.get("linesRead").asLong()).isEqualTo(lines.size() + 1);
        bench.write("plain/a.log", lines);
        JsonNode plain = new Bench(folder.resolve("plain")).analyze("a.log");
        assertThat(report.get("handlerRuns").asLong())
                .isEqualTo(plain.get("handlerRuns").asLong());
        balances(report);
    }

    @Test
    void aTruncatedLastLineIsCounted() {
        Bench bench = new Bench(folder);
        String text = String.join("", Bench.lines("hung.log"));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int cut = text.substring(0, text.lastIndexOf("🎼") + 2).getBytes(StandardCharsets.UTF_8).length - 2;
        bench.write("cut.log", Arrays.copyOf(bytes, cut));
        JsonNode report = bench.analyze("cut.log");
        assertThat(report.get("linesRejected").asLong()).isEqualTo(1);
        balances(report);
    }

    @Test
    void whatAFileGainsWhileItIsReadComesNextTime() throws IOException, InterruptedException {
        Bench bench = new Bench(folder.resolve("growing"));
        List<String> lines = Bench.lines("overlapping.log");
        Path log = bench.write("a.log", lines.subList(0, 600));
        Thread writer = Thread.ofPlatform()
                .start(() -> lines.subList(600, lines.size()).forEach(line -> {
                    try {
                        Files.writeString(log, line, StandardOpenOption.APPEND);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        assertThat(bench.run("analyze", "a.log").exitCode()).isZero();
        writer.join();
        assertThat(bench.run("analyze", "a.log").exitCode()).isZero();
        Bench whole = new Bench(folder.resolve("whole"));
        whole.write("a.log", lines);
        whole.analyze("a.log");
        assertThat(StoreDump.of(bench.folder().resolve(".backbeat")))
                .isEqualTo(StoreDump.of(whole.folder().resolve(".backbeat")));
    }

    @Test
    void anUnreadableFileIsNamed() throws IOException {
        Bench bench = new Bench(folder);
        Path secret = bench.write("secret.log", Bench.lines("hung.log"));
        Files.setPosixFilePermissions(secret, Set.of());
        assumeThat(Files.isReadable(secret)).as("root reads everything").isFalse();
        Bench.Result result = bench.run("analyze", "secret.log");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("error: `secret.log` can't be read\nhint: check its permissions");
    }

    @Test
    void aDamagedGzipLeavesNothingBehind() throws IOException {
        Bench bench = new Bench(folder);
        byte[] text = String.join("", Bench.lines("overlapping.log")).getBytes(StandardCharsets.UTF_8);
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(text);
        }
        bench.write("cut.log.gz", Arrays.copyOf(zipped.toByteArray(), zipped.size() - 2000));
        Bench.Result result = bench.run("analyze", "cut.log.gz");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("cut.log.gz` can't be read").contains("hint: ");
        assertThat(bench.run("query", "SELECT count(*) AS n FROM sessions").out())
                .contains("0");
        assertThat(bench.run("inputs").out()).contains("the store is empty");
    }

    @Test
    void aStoreOfANewerVersionIsRefused() throws SQLException {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        bench.analyze("a.log");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".backbeat/backbeat.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE raw.meta SET value = 999 WHERE name = 'tables'");
        }
        Bench.Result result = bench.run("sessions");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("newer version").contains("hint: ");
        assertThat(bench.run("analyze", "a.log").exitCode()).isEqualTo(2);
    }

    @Test
    void aStoreThatAnotherProcessHoldsIsRefused() throws IOException {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        bench.analyze("a.log");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldStore.class.getName(),
                        folder.resolve(".backbeat").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('h');
            Bench.Result result = bench.run("analyze", "a.log");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .contains("is held by process " + holder.pid())
                    .contains("hint: ");
        } finally {
            holder.destroy();
        }
    }

    @Test
    void thereIsNoStoreYet() {
        Bench.Result result = new Bench(folder).run("sessions");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: there is no store in ").contains("hint: read a log first");
        assertThat(folder.resolve(".backbeat")).doesNotExist();
    }

    private static void balances(JsonNode report) {
        assertThat(report.get("linesRead").asLong())
                .isEqualTo(report.get("linesWithEvents").asLong()
                        + report.get("linesSilent").asLong()
                        + report.get("linesUnknown").asLong()
                        + report.get("linesRejected").asLong());
    }

    private static byte[] joined(List<byte[]> parts) {
        var out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
