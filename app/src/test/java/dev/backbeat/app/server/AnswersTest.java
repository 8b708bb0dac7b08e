package dev.backbeat.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.server.Server;
import dev.backbeat.app.engine.AnswerFolder;
import dev.backbeat.store.Asker;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer is worked on while somebody waits for it, and before anybody does only while nothing else
/// is asked.
class AnswersTest {

    private static final long MOST_SECONDS = 20;

    private final Metrics metrics = new Metrics();
    private final StoreVersion version = new StoreVersion();

    @TempDir
    private Path store;

    private AnswerFolder folder;
    private Answers answers;
    private Endpoint endpoint;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch enough = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private Server server;

    @BeforeEach
    void serve() {
        folder = AnswerFolder.open(store, "this", version.number());
        answers = new Answers(version, folder, ServerOptions.Limits.STANDARD, metrics, trouble -> {});
        endpoint = Endpoint.object(
                "/asked",
                "waits until it is stopped",
                List.of(Parameter.text("what", "anything", "a")),
                new Stored(answers, this::untilStopped));
        server = Server.builder()
                .http(0)
                .service(
                        "/asked",
                        (context, request) -> endpoint.service()
                                .serve(new Exchange(context, request, asked(context.queryParams()), Map.of())))
                .gracefulShutdownTimeout(Duration.ZERO, Duration.ofMillis(100))
                .build();
        server.start().join();
    }

    @AfterEach
    void end() {
        answers.close();
        server.stop().join();
    }

    private Asked asked(QueryParams query) {
        return new Asked(endpoint, Map.of(), query);
    }

    /// Works until it is stopped or has done enough.
    private Reply untilStopped(Asked asked) {
        times.incrementAndGet();
        try (Asker.Running running = Asker.current().orElseThrow().begins(stopped::countDown)) {
            begun.countDown();
            for (int i = 0; i < MOST_SECONDS * 100 && stopped.getCount() > 0 && enough.getCount() > 0; i++) {
                Thread.sleep(10);
            }
            running.check();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return Reply.text("text/plain", "worked out");
    }

    private Socket ask(String query) throws IOException {
        return ask(query, "");
    }

    private Socket ask(String query, String header) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.activeLocalPort());
        socket.setSoTimeout((int) Duration.ofSeconds(MOST_SECONDS).toMillis());
        String request =
                "GET /asked" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /// Reads as much as the head says: the server closes the connection later.
    private static String answer(Socket socket) throws IOException {
        StringBuilder said = new StringBuilder();
        while (!said.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            assertThat(next).as("after " + said).isNotNegative();
            said.append((char) next);
        }
        Matcher length = Pattern.compile("content-length: (\\d+)").matcher(said);
        assertThat(length.find()).isTrue();
        byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        return said + new String(body, StandardCharsets.UTF_8);
    }

    private static boolean reached(CountDownLatch latch) throws InterruptedException {
        return latch.await(MOST_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void itIsGivenUpWhenTheLastWhoAskedHasGone() throws IOException, InterruptedException {
        try (Socket first = ask("");
                Socket second = ask("")) {
            assertThat(reached(begun)).isTrue();
            first.close();
            assertThat(stopped.await(300, TimeUnit.MILLISECONDS)).isFalse();
            second.close();
            assertThat(reached(stopped)).isTrue();
        }
        assertThat(times).hasValue(1);
        enough.countDown();
        try (Socket again = ask("")) {
            assertThat(answer(again)).startsWith("HTTP/1.1 200").contains("worked out");
        }
        assertThat(answers.givenUp()).isEqualTo(1);
    }

    @Test
    void whoeverAsksForWhatIsWorkedOutAheadGetsIt() throws IOException, InterruptedException {
        assertThat(answers.ahead(asked(QueryParams.of()), this::untilStopped)).isTrue();
        assertThat(reached(begun)).isTrue();
        try (Socket socket = ask("")) {
            assertThat(stopped.await(500, TimeUnit.MILLISECONDS)).isFalse();
            enough.countDown();
            assertThat(answer(socket)).contains("worked out");
        }
        assertThat(times).hasValue(1);
        assertThat(answers.ahead(asked(QueryParams.of()), this::untilStopped)).isFalse();
    }

    @Test
    void whoTakesAnEarlierAnswerDoesNotWaitAndTheNextServerKnowsIt() throws IOException, InterruptedException {
        String takesEarlier = "Cache-Control: max-stale\r\n";
        try (Socket socket = ask("")) {
            assertThat(stopped.await(400, TimeUnit.MILLISECONDS)).isFalse();
            enough.countDown();
            assertThat(answer(socket)).contains("worked out").doesNotContain("age:");
        }
        version.changed();
        try (Socket socket = ask("", takesEarlier)) {
            assertThat(answer(socket)).contains("worked out").contains("age: ").contains("etag: \"earlier-");
        }
        assertThat(times).hasValue(1);
        try (Socket other = ask("?what=other", takesEarlier)) {
            assertThat(answer(other)).contains("worked out").doesNotContain("age:");
        }
        assertThat(times).as("nothing is known of this one").hasValue(2);
        try (Socket present = ask("")) {
            assertThat(answer(present)).contains("worked out").doesNotContain("age:");
        }
        assertThat(times).hasValue(3);

        version.changed();
        folder.keep(asked(QueryParams.of()).key(), version.number(), "text/plain", new byte[] {'!'});
        folder.close(version.number());
        StoreVersion next = new StoreVersion();
        AnswerFolder kept = AnswerFolder.open(store, "this", next.number());
        try (Answers after = new Answers(next, kept, ServerOptions.Limits.STANDARD, metrics, trouble -> {})) {
            assertThat(after.ahead(asked(QueryParams.of()), this::untilStopped))
                    .as("there is nothing to work out")
                    .isFalse();
            next.changed();
            assertThat(after.ahead(asked(QueryParams.of()), this::untilStopped)).isTrue();
        }
    }

    @Test
    void whatIsWorkedOutAheadGivesWay() throws IOException, InterruptedException {
        assertThat(answers.ahead(asked(QueryParams.of()), this::untilStopped)).isTrue();
        assertThat(reached(begun)).isTrue();
        try (Socket socket = ask("?what=other")) {
            assertThat(reached(stopped)).isTrue();
            assertThat(answer(socket)).contains("worked out");
        }
        assertThat(answers.givenUp()).isEqualTo(1);
    }

    @Test
    void theServerEndsWithoutWaitingForAnswers() throws IOException, InterruptedException {
        try (Socket socket = ask("")) {
            assertThat(reached(begun)).isTrue();
            long before = System.nanoTime();
            answers.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(reached(stopped)).isTrue();
            assertThat(socket.isClosed()).isFalse();
        }
    }

    /// What is worked out ahead is what the page asks, as long as both say the same.
    @Test
    void theOverviewAsksWhatIsWorkedOutAhead() throws IOException {
        String script = Files.readString(Path.of("../ui/src/dashboard/findings.ts"));
        for (String question : Ahead.OVERVIEW) {
            if (question.contains("?top=")) {
                String id = question.substring("/api/analyses/".length(), question.indexOf('?'));
                String rows = question.substring(question.indexOf('=') + 1);
                assertThat(script.replace("_", "")).contains(id + ": " + rows);
            }
        }
        assertThat(script).contains("id === 'timeline' ? { buckets: 1 }");
    }
}
