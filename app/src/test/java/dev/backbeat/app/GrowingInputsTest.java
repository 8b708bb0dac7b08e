package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.app.ingest.KeptLog;
import dev.backbeat.ingest.redaction.RedactionRules;
import dev.backbeat.ingest.source.FileSource;
import dev.backbeat.model.Time;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that is read on and on makes the store that reading it at once makes: every row of every view,
/// and every line.
class GrowingInputsTest {

    private static final String FORMAT = "conductor-recorder";

    @TempDir
    Path folder;

    @Test
    void atTheEndEveryRowIsWhatReadingAtOnceGives() throws IOException {
        List<String> lines = sessions(10);
        Random random = new Random(7);
        Path store = folder.resolve("grown");
        Growing log = new Growing(store, "shop");
        int sent = 0;
        for (int server = 0; server < 2; server++) {
            int until = server == 0 ? lines.size() / 2 : lines.size();
            try (LocalEngine engine = engine(store)) {
                while (sent < until) {
                    int next = Math.min(until, sent + 1 + random.nextInt(random.nextInt(3) == 0 ? 20 : 4000));
                    log.add(lines.subList(sent, next));
                    sent = next;
                    InputReport report = engine.grown(log, manner());
                    assertThat(report.linesRead()).isEqualTo(sent);
                    assertThat(report.isKnown()).isFalse();
                }
                assertThat(engine.storedInputs()).extracting(StoredInput::bytes).containsExactly(log.storedBytes());
            }
            assertSame(store, lines.subList(0, sent));
        }
        assertThat(log.storedBytes()).isGreaterThan(3 << 20);
        rawLinesAreFound(store, lines, random);
        Bench bench = new Bench(folder);
        Set<String> before = rows(store);
        bench.run("rebuild", "--store", store.toString());
        assertThat(rows(store).equals(before)).isTrue();
    }

    @Test
    void linesThatHoldNothingYetAndOneSessionTwice() throws IOException {
        List<String> session = sessions(1);
        List<String> lines = new ArrayList<>(List.of("nothing is known of this line\n"));
        lines.addAll(session);
        lines.addAll(session.subList(0, session.size() / 2));
        lines.addAll(sessions(2).subList(session.size(), 2 * session.size()));
        Path store = folder.resolve("grown");
        Growing log = new Growing(store, "shop");
        try (LocalEngine engine = engine(store)) {
            for (int sent = 0; sent < lines.size(); sent += 370) {
                log.add(lines.subList(sent, Math.min(lines.size(), sent + 370)));
                engine.grown(log, manner());
            }
            assertThat(engine.storedInputs()).hasSize(1);
        }
        assertSame(store, lines);
    }

    @Test
    void aSessionThatAnotherInputHoldsIsThereOnce() throws IOException {
        List<String> lines = sessions(1);
        Path store = folder.resolve("grown");
        Bench bench = new Bench(folder);
        bench.write("saved.log", lines.subList(0, lines.size() / 2));
        bench.run("analyze", "saved.log", "--store", store.toString());
        Growing log = new Growing(store, "shop");
        try (LocalEngine engine = engine(store)) {
            for (int sent = 0; sent < lines.size(); sent += 600) {
                log.add(lines.subList(sent, Math.min(lines.size(), sent + 600)));
                engine.grown(log, manner());
            }
            assertThat(engine.storedInputs()).extracting(StoredInput::name).containsExactly("live/shop");
        }
        assertSame(store, lines);
    }

    private void rawLinesAreFound(Path store, List<String> lines, Random random) {
        try (LocalEngine engine = engine(store)) {
            for (int i = 0; i < 20; i++) {
                int line = random.nextInt(lines.size());
                assertThat(engine.raw("live/shop:" + (line + 1), 0, 0).toString())
                        .contains(lines.get(line).strip().split("\\{")[0].strip());
            }
        }
    }

    @Test
    void logsThatTakeOverEachOthersSessionsEndWithWhatReadingThemGives() throws IOException {
        List<String> lines = sessions(2);
        int one = lines.size() / 2;
        Path store = folder.resolve("grown");
        Growing first = new Growing(store, "first");
        Growing second = new Growing(store, "second");
        try (LocalEngine engine = engine(store)) {
            first.add(lines.subList(0, one / 2));
            engine.grown(first, manner());
            second.add(lines.subList(0, one));
            engine.grown(second, manner());
            assertThat(engine.storedInputs()).extracting(StoredInput::name).containsExactly("live/second");
            first.add(lines.subList(one / 2, one));
            engine.grown(first, manner());
            first.add(lines.subList(one, lines.size()));
            engine.grown(first, manner());
            second.add(lines.subList(one, one + 100));
            engine.grown(second, manner());
        }
        try (LocalEngine engine = engine(store)) {
            assertThat(engine.query("SELECT count(*) AS n FROM sessions").toString())
                    .contains("count=2");
        }
        Set<String> whole = rows(whole(lines));
        assertThat(rows(store))
                .filteredOn(row -> row.startsWith("executions "))
                .containsExactlyElementsOf(whole.stream()
                        .filter(row -> row.startsWith("executions "))
                        .toList());
    }

    @Test
    void aStoreWhoseServerWasKilledIsRebuilt() throws IOException {
        List<String> lines = sessions(1);
        Path store = folder.resolve("grown");
        Path left = folder.resolve("left");
        Growing log = new Growing(store, "shop");
        try (LocalEngine engine = engine(store)) {
            log.add(lines);
            engine.grown(log, manner());
            copy(store, left);
        }
        assertThat(left.resolve("backbeat.duckdb.wal")).exists();
        Bench bench = new Bench(folder);
        assertThat(bench.run("rebuild", "--store", left.toString()).exitCode()).isZero();
        assertThat(bench.run("ledger", "--store", left.toString()).exitCode()).isZero();
        assertSame(left, lines);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /// Compares all rows with those of reading the lines at once, and tells the first that differ.
    private void assertSame(Path store, List<String> lines) {
        Set<String> grown = rows(store);
        Set<String> whole = rows(whole(lines));
        assertThat(whole).hasSizeGreaterThan(100);
        assertThat(grown.stream().filter(row -> !whole.contains(row)).limit(5)).isEmpty();
        assertThat(whole.stream().filter(row -> !grown.contains(row)).limit(5)).isEmpty();
    }

    /// Kinds that nothing uses any more stay until the next pruning, and their numbers are given to no
    /// other.
    private static Set<String> rows(Path store) {
        return StoreDump.of(store)
                .lines()
                .filter(row -> !row.startsWith("beat_kinds ") && !row.startsWith("handler_kinds "))
                .map(row -> row.replaceFirst(" beat_kind=\\d+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Path whole(List<String> lines) {
        Path store = folder.resolve("whole-" + lines.size());
        Bench bench = new Bench(folder);
        bench.write("whole.log", lines);
        bench.run("analyze", "whole.log", "--store", store.toString());
        return store;
    }

    /// The lines of so many sessions, one after the other, each in a year of its own.
    private static List<String> sessions(int count) {
        List<String> once = Bench.lines("browse-and-buy.log");
        List<String> lines = new ArrayList<>();
        for (int session = 0; session < count; session++) {
            String year = Integer.toString(2026 + session);
            once.forEach(line -> lines.add(line.replace("2026-", year + "-")));
        }
        return lines;
    }

    private static LocalEngine engine(Path store) {
        LocalEngine engine = new LocalEngine(Catalog.parts(), store, InputStream.nullInputStream());
        engine.open();
        return engine;
    }

    private AnalyzeRequest manner() {
        return new AnalyzeRequest(
                folder,
                List.of(),
                FORMAT,
                BuildRules.of(List.of()),
                List.of(),
                List.of(),
                RedactionRules.standard(),
                Time.NANOS_PER_SECOND,
                10);
    }

    /// A log in the folder of a store.
    private static final class Growing implements KeptLog {
        private final FileSource source;

        private final String name;

        Growing(Path store, String name) {
            this.source = new FileSource(store.resolve("live/" + name + "." + FORMAT + ".log"));
            this.name = name;
        }

        void add(List<String> lines) throws IOException {
            Files.createDirectories(file().getParent());
            Files.writeString(
                    file(),
                    String.join("", lines),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }

        @Override
        public String format() {
            return FORMAT;
        }

        @Override
        public Path file() {
            return source.path();
        }

        @Override
        public String name() {
            return "live/" + name;
        }

        @Override
        public long storedBytes() {
            return source.storedBytes();
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }
    }
}
