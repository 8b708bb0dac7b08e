package dev.backbeat.app.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.CatalogParts;
import dev.backbeat.app.live.LiveLimits;
import dev.backbeat.app.live.LiveLogs;
import dev.backbeat.ingest.redaction.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a log gains stands in its live log once, in order, whatever is done to the file and to the server.
class FollowerTest {

    private static final LiveLimits LIMITS = new LiveLimits(40, 200_000, Duration.ofMillis(100));

    @TempDir
    Path folder;

    private final List<String> talk = new ArrayList<>();
    private Path store;
    private Path log;
    private LiveLogs logs;
    private Follower follower;
    private int lines;

    @BeforeEach
    void begin() throws IOException {
        store = folder.resolve("store");
        log = Files.createDirectories(folder.resolve("logs")).resolve("app.log");
        start(LIMITS);
    }

    @AfterEach
    void end() {
        logs.close();
    }

    private void start(LiveLimits limits) {
        logs = LiveLogs.open(store, CatalogParts.formats(), Redactor.standard(), limits);
        follower = Follower.of(List.of(log), logs, talk::add);
    }

    /// As after a kill: nothing is closed in order, all is opened anew.
    private void killed() {
        start(LIMITS);
    }

    private String line() {
        lines++;
        return "[2026-11-22T20:02:%02d.%03dZ] INFO line %d of many, grüße%n"
                .formatted(lines / 1000 % 60, lines % 1000, lines);
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// All live logs, the parts of one behind each other.
    private String taken() throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("live"))) {
            StringBuilder all = new StringBuilder();
            files.filter(file -> file.toString().endsWith(".log"))
                    .sorted((a, b) -> Integer.compare(part(a), part(b)))
                    .forEach(file -> all.append(text(file)));
            return all.toString();
        }
    }

    private static int part(Path file) {
        String[] parts = file.getFileName().toString().split("\\.part|\\.conductor");
        return parts.length == 3 ? Integer.parseInt(parts[1]) : 1;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsThereAndWhatComesIsTaken() throws IOException {
        follower.round();
        assertThat(follower.files()).isZero();
        String first = line() + line();
        write(first + "[2026-11-22T20:02:00.009Z] INFO half a li");
        follower.round();
        assertThat(taken()).isEqualTo(first);
        assertThat(follower.behindBytes()).isEqualTo(41);
        write("ne\n");
        follower.round();
        assertThat(taken()).isEqualTo(text(log));
        assertThat(follower.behindBytes()).isZero();
        assertThat(talk).isEmpty();
    }

    @Test
    void aRenamedLogIsReadToItsEndFirst() throws IOException {
        String first = line();
        write(first);
        follower.round();
        String second = line();
        write(second);
        Files.move(log, log.resolveSibling("app.log.1"));
        follower.round();
        String third = line();
        Files.writeString(log.resolveSibling("app.log.1"), third, StandardOpenOption.APPEND);
        String fourth = line();
        write(fourth);
        follower.round();
        follower.round();
        assertThat(taken()).isEqualTo(first + second + third + fourth);
    }

    @Test
    void aLogThatIsCopiedAndCutOffGoesOn() throws IOException {
        String first = line() + line();
        write(first);
        follower.round();
        String second = line();
        write(second);
        Files.copy(log, log.resolveSibling("app.log.1"));
        String third = line();
        Files.writeString(log, third);
        follower.round();
        follower.round();
        assertThat(taken()).isEqualTo(first + second + third);
    }

    @Test
    void rotationWhileNobodyLooksLosesNothing() throws IOException {
        String first = line();
        write(first);
        follower.round();
        String second = line();
        write(second);
        Files.move(log, log.resolveSibling("app.log.1"));
        String third = line();
        write(third);
        killed();
        follower.round();
        assertThat(taken()).isEqualTo(first + second + third);
        killed();
        follower.round();
        assertThat(taken()).isEqualTo(first + second + third);
    }

    @Test
    void ofAFolderNewLogsAreTakenAndRotatedOnesAreNot() throws IOException, InterruptedException {
        follower = Follower.of(List.of(log.getParent()), logs, talk::add);
        String first = line().repeat(3);
        write(first);
        Files.write(log.resolveSibling("picture.png"), new byte[] {1, 2, 3});
        follower.round();
        Files.move(log, log.resolveSibling("old.log"));
        String second = line();
        write(second);
        String other = line();
        Files.writeString(log.resolveSibling("other.log"), other);
        for (int i = 0; i < 3; i++) {
            Thread.sleep(600);
            follower.round();
        }
        try (Stream<Path> live = Files.list(store.resolve("live"))) {
            assertThat(live.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "app.log.conductor-recorder.log", "other.log.conductor-recorder.log", "followed.json");
        }
        assertThat(text(store.resolve("live/app.log.conductor-recorder.log"))).isEqualTo(first + second);
        assertThat(text(store.resolve("live/other.log.conductor-recorder.log"))).isEqualTo(other);
    }

    @Test
    void nobodyElseSendsToWhatIsFollowed() throws IOException {
        write(line());
        follower.round();
        assertThat(logs.take("app.log", null, line().getBytes(StandardCharsets.UTF_8)))
                .hasToString(
                        "LiveTrouble[kind=FOLLOWED, message=`app.log` is a file that is followed, hint=send to another source]");
    }

    @Test
    void whatIsNoLogIsToldOnce() throws IOException, InterruptedException {
        write("\u0000\u0001 nothing\n".repeat(400));
        for (int i = 0; i < 3; i++) {
            follower.round();
            Thread.sleep(2_100);
        }
        follower.round();
        assertThat(talk).hasSize(1).first().asString().contains("app.log", "can't be followed");
    }

    /// Lines are written in pieces, files rotated in every way, and the server killed, in any order.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsLostAndNothingIsTwice(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder written = new StringBuilder();
        int rotated = 0;
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4, 5 -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(20); i >= 0; i--) {
                        text.append(line());
                    }
                    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                    int cut = random.nextInt(bytes.length + 1);
                    Files.write(log, Arrays.copyOf(bytes, cut), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    follower.round();
                    Files.write(log, Arrays.copyOfRange(bytes, cut, bytes.length), StandardOpenOption.APPEND);
                    written.append(text);
                }
                case 6, 7, 8 -> follower.round();
                case 9 -> killed();
                case 10 -> {
                    if (Files.exists(log)) {
                        follower.round();
                        Files.move(
                                log, log.resolveSibling("app.log." + ++rotated), StandardCopyOption.REPLACE_EXISTING);
                        Files.writeString(log, "");
                        follower.round();
                    }
                }
                default -> {
                    if (Files.exists(log)) {
                        // What was empty whenever somebody looked is not known again.
                        String seen = line();
                        write(seen);
                        follower.round();
                        String last = line();
                        write(last);
                        written.append(seen).append(last);
                        Files.copy(log, log.resolveSibling("app.log." + ++rotated));
                        Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
                        follower.round();
                    }
                }
            }
        }
        follower.round();
        follower.round();
        assertThat(taken()).isEqualTo(written.toString());
    }
}
