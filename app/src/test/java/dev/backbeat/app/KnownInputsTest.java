package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.engine.AnswerFolder;
import dev.backbeat.output.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An input is known by its content, a longer save adds only what is new, and mistakes can be repaired.
class KnownInputsTest {

    @TempDir
    Path folder;

    @Test
    void renamedAndCompressedAddsNothing() throws IOException {
        Bench bench = new Bench(folder);
        List<String> lines = Bench.lines("hung.log");
        bench.write("a.log", lines);
        JsonNode first = bench.analyze("a.log");
        assertThat(first.get("executions").asLong()).isPositive();
        String before = StoreDump.whole(folder.resolve(".backbeat"));
        bench.write("logs/renamed.log", lines);
        bench.write("logs/small.log.gz", gzip(String.join("", lines)));
        JsonNode again = bench.analyze("logs");
        assertThat(again.get("inputsAlreadyKnown").asLong()).isEqualTo(2);
        assertThat(again.get("executions").asLong()).isZero();
        assertThat(again.get("inputs").get(0).get("status").asString()).isEqualTo("already known");
        assertThat(again.get("inputs").get(0).get("knownAs").asString()).endsWith("a.log");
        assertThat(again.get("linesRead").asLong())
                .isEqualTo(2 * first.get("linesRead").asLong());
        assertThat(StoreDump.whole(folder.resolve(".backbeat"))).isEqualTo(before);
        assertThat(journals()).hasSize(1);
    }

    @Test
    void oneFileUnderTwoNamesIsReadOnce() throws IOException {
        Bench bench = new Bench(folder);
        Path log = bench.write("a.log", Bench.lines("hung.log"));
        Files.createSymbolicLink(folder.resolve("b.log"), log);
        Files.createLink(folder.resolve("c.log"), log);
        JsonNode report = bench.analyze("a.log", "b.log", "c.log", ".");
        assertThat(report.get("inputs").size()).isEqualTo(1);
        bench.write("copy.log", Bench.lines("hung.log"));
        JsonNode copied = bench.analyze("a.log", "copy.log");
        assertThat(copied.get("inputsAlreadyKnown").asLong()).isEqualTo(2);
    }

    /// A save can gain records that have no time, such as a browser's network errors.
    @Test
    void grownByARecordWithoutATimeAddsIt() {
        Bench bench = new Bench(folder);
        List<String> lines = Bench.consoleLines();
        List<String> more = new ArrayList<>(lines);
        more.add("\napi.js:47  POST http://localhost:5000/x net::ERR_CONNECTION_REFUSED\n");
        bench.write("a.log", lines);
        bench.analyze("a.log");
        bench.write("a.log", more);

        assertThat(bench.analyze("a.log").get("errors").asLong()).isEqualTo(1);
        assertThat(bench.analyze("a.log").get("inputsAlreadyKnown").asLong()).isEqualTo(1);
        bench.write("shorter.log", lines);
        assertThat(bench.analyze("shorter.log").get("inputsAlreadyKnown").asLong())
                .isEqualTo(1);
    }

    @Test
    void grownAddsOnlyTheNew() {
        Bench steps = new Bench(folder.resolve("steps"));
        Bench whole = new Bench(folder.resolve("whole"));
        List<String> lines = Bench.lines("overlapping.log");
        whole.write("a.log", lines);
        JsonNode all = whole.analyze("a.log");
        steps.write("a.log", lines.subList(0, 700));
        JsonNode first = steps.analyze("a.log");
        steps.write("a.log", lines.subList(0, 1900));
        JsonNode second = steps.analyze("a.log");
        steps.write("later.log", lines);
        JsonNode third = steps.analyze("later.log");
        assertThat(third.get("inputs").get(0).get("status").asString()).isEqualTo("grown");
        for (String count : List.of("handlerRuns", "beatRuns", "executions", "errors", "sessions")) {
            long sum = first.get(count).asLong()
                    + second.get(count).asLong()
                    + third.get(count).asLong();
            assertThat(sum).as(count).isEqualTo(all.get(count).asLong());
        }
        assertThat(StoreDump.of(steps.folder().resolve(".backbeat")))
                .isEqualTo(StoreDump.of(whole.folder().resolve(".backbeat")));
        steps.write("early.log", lines.subList(0, 700));
        assertThat(steps.analyze("early.log").get("inputsAlreadyKnown").asLong())
                .isEqualTo(1);
    }

    @Test
    void aSessionThatIsTwiceInOneInputIsThereOnce() {
        Bench twice = new Bench(folder.resolve("twice"));
        Bench once = new Bench(folder.resolve("once"));
        List<String> lines = Bench.lines("hung.log");
        once.write("a.log", lines);
        once.analyze("a.log");
        twice.write("a.log", List.of(String.join("", lines.subList(0, 500)), String.join("", lines)));
        JsonNode report = twice.analyze("a.log");
        assertThat(report.get("sessions").asLong()).isEqualTo(1);
        assertThat(report.get("linesRead").asLong()).isEqualTo(500 + lines.size());
        String sql = "SELECT count(*) AS n FROM handler_runs";
        assertThat(twice.run("query", sql).out())
                .isEqualTo(once.run("query", sql).out());
    }

    @Test
    void forgottenAndReadAgainIsTheSame() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        bench.write("b.log", Bench.lines("handler-failures.log"));
        bench.analyze("a.log", "b.log");
        String before = StoreDump.of(folder.resolve(".backbeat"));
        Path answer = keepAnAnswer();
        assertThat(bench.run("forget", "b.log").exitCode()).isZero();
        assertThat(answer).as("what it says of the log").doesNotExist();
        assertThat(StoreDump.of(folder.resolve(".backbeat"))).isNotEqualTo(before);
        assertThat(journals()).hasSize(1);
        bench.analyze("b.log");
        assertThat(StoreDump.of(folder.resolve(".backbeat"))).isEqualTo(before);
        assertThat(bench.run("forget", "nothing.log").exitCode()).isEqualTo(2);
    }

    /// As a server leaves it to the next.
    private Path keepAnAnswer() {
        Path store = folder.resolve(".backbeat");
        AnswerFolder.open(store, "a program", 1).keep("a question", 1, "text/plain", new byte[] {'!'});
        assertThat(store.resolve("answers")).isNotEmptyDirectory();
        return store.resolve("answers");
    }

    @Test
    void rebuiltIsTheSame() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        bench.write("b.log", Bench.lines("handler-failures.log"));
        bench.write("c.log", Bench.lines("browse-and-buy.log").subList(0, 1500));
        bench.run("analyze", "a.log", "b.log", "c.log", "--build", "B=b*");
        bench.run("forget", "a.log");
        bench.run("relabel", "c.log", "--build", "C");
        String before = StoreDump.whole(folder.resolve(".backbeat"));
        Path answer = keepAnAnswer();
        Bench.Result rebuilt = bench.run("rebuild");
        assertThat(rebuilt.err()).isEmpty();
        assertThat(rebuilt.exitCode()).isZero();
        assertThat(answer).as("it may hold what is masked by now").doesNotExist();
        assertThat(StoreDump.whole(folder.resolve(".backbeat"))).isEqualTo(before);
        assertThat(folder.resolve(".backbeat/rebuilding")).doesNotExist();
    }

    @Test
    void aStoreOfAnEarlierVersionIsRebuilt() throws SQLException {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        bench.run("analyze", "a.log", "--build", "B");
        String before = StoreDump.whole(folder.resolve(".backbeat"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".backbeat/backbeat.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE raw.meta SET value = value - 1 WHERE name = 'tables'");
            statement.execute("ALTER TABLE raw.inputs DROP COLUMN last_round");
            statement.execute("CREATE OR REPLACE VIEW facts.inputs AS SELECT * FROM raw.inputs");
        }
        assertThat(bench.run("profile").err()).contains("older version").contains("backbeat rebuild");
        Bench.Result rebuilt = bench.run("rebuild");
        assertThat(rebuilt.err()).isEmpty();
        assertThat(rebuilt.exitCode()).isZero();
        assertThat(StoreDump.whole(folder.resolve(".backbeat"))).isEqualTo(before);
    }

    @Test
    void buildsAreNamedByFlagsAndLater() {
        Bench bench = new Bench(folder);
        bench.write("one-a.log", Bench.lines("hung.log"));
        bench.write("one-b.log", Bench.lines("handler-failures.log"));
        bench.run("analyze", ".", "--build", "A=*-a.log", "--build", "rest");
        String sql = "SELECT s.build AS b, s.build_source AS w FROM sessions s JOIN inputs i ON i.input = s.input"
                + " ORDER BY i.name";
        assertThat(bench.run("query", sql).out()).contains("A     flag").contains("rest  flag");
        assertThat(bench.run("relabel", "2", "--build", "B").exitCode()).isZero();
        assertThat(bench.run("query", sql).out()).contains("A  flag").contains("B  relabel");
        assertThat(bench.run("analyze", ".", "--build", "=x").exitCode()).isEqualTo(2);
    }

    @Test
    void standardInputIsReadAndLeadsBackToItsLines() {
        Bench bench = new Bench(folder);
        byte[] log = String.join("", Bench.lines("hung.log")).getBytes(StandardCharsets.UTF_8);
        Bench.Result result = bench.run(Map.of(), log, Screen.none(), "analyze", "-");
        assertThat(result.exitCode()).isZero();
        Bench.Result raw = bench.run("raw", "-:3", "--before", "1", "--after", "1");
        assertThat(raw.out())
                .contains("▶     3  " + Bench.lines("hung.log").get(2).strip());
        bench.write("a.log", Bench.lines("hung.log"));
        assertThat(bench.analyze("a.log").get("inputsAlreadyKnown").asLong()).isEqualTo(1);
        Bench.Result zipped =
                bench.run(Map.of(), gzip(String.join("", Bench.lines("hung.log"))), Screen.none(), "analyze", "-");
        assertThat(zipped.out()).contains("added nothing");
    }

    private List<Path> journals() {
        try (var files = Files.list(folder.resolve(".backbeat/journal"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
