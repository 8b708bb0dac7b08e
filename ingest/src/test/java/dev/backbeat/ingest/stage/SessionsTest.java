package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.stage.RecordedLogs.Recorded;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where one session ends and the next begins, and what a session is known by.
class SessionsTest {

    static List<Recorded> logs() {
        return RecordedLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyRecordedLogIsOneSession(Recorded log) {
        assertThat(sessions(log.text(), log.layout())).hasSize(1);
    }

    @Test
    void twoSessionsInOneFileAreThoseThatTheyAreAlone() {
        String first = RecordedLogs.SHOPPING.text();
        String second = RecordedLogs.OVERLAPPING.text();
        ReadInput both = ReadInput.of(first + second, ReadInput.RECORDER);

        List<Session> alone = List.of(
                sessions(first, ReadInput.RECORDER).getFirst(),
                sessions(second, ReadInput.RECORDER).getFirst());
        assertThat(ids(both.facts().of(Session.class))).isEqualTo(ids(alone));
        assertThat(both.facts().of(Session.class))
                .extracting(Session::timedMessages)
                .containsExactlyElementsOf(
                        alone.stream().map(Session::timedMessages).toList());
        assertThat(both.facts().of(Session.class).getLast().start().offset())
                .isEqualTo(first.getBytes(StandardCharsets.UTF_8).length);
        assertThat(executions(both)).hasSize(36 + 28).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aLongerSaveOfASessionIsTheSameSessionWithTheSameExecutions(Recorded log) {
        String text = log.text();
        int half = text.indexOf('\n', text.length() / 2) + 1;
        ReadInput shorter = ReadInput.of(text.substring(0, half), log.layout());
        ReadInput longer = ReadInput.of(text, log.layout());

        assertThat(ids(shorter.facts().of(Session.class)))
                .isEqualTo(ids(longer.facts().of(Session.class)));
        assertThat(executions(shorter)).isNotEmpty();
        assertThat(executions(longer)).containsAll(executions(shorter));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void anchorsPlayNoPartInWhatASessionIsKnownBy(Recorded log) {
        String moved = log.text().replace("storefront.js:", "assets/other-name.js?v=12:1");
        assertThat(ids(sessions(moved, log.layout()))).isEqualTo(ids(sessions(log.text(), log.layout())));
    }

    @Test
    void sessionsOfOneSystemAreToldApart() {
        List<SessionId> ids = logs().stream()
                .map(log -> sessions(log.text(), log.layout()))
                .map(SessionsTest::ids)
                .map(List::getFirst)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aSessionStartWithoutMoreBeginsNoOtherSession() {
        String noise = "[2026-11-22T22:33:13.034Z] LOG nothing that a rule knows\n";
        assertThat(sessions(noise, ReadInput.RECORDER)).isEmpty();
        assertThat(sessions(noise + RecordedLogs.SHOPPING.text(), ReadInput.RECORDER))
                .hasSize(1);
    }

    @Test
    void aSessionWithFewTimedMessagesIsOneToo() {
        String few = RecordedLogs.SHOPPING.text().lines().limit(3).reduce("", (a, b) -> a + b + "\n");
        assertThat(sessions(few, ReadInput.RECORDER)).hasSize(1);
        assertThat(sessions(few, ReadInput.RECORDER)).isEqualTo(sessions(few, ReadInput.RECORDER));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aLayoutFitsItsOwnLogsAndNotThoseOfAnother(Recorded log) {
        byte[] bytes = log.bytes();
        byte[] sample = Arrays.copyOf(bytes, 60_000);
        int length = Math.min(bytes.length, sample.length);
        for (Layout layout : ReadInput.LAYOUTS) {
            int fit = layout.fit(sample, length);
            if (layout.id().equals(log.layout().id())) {
                assertThat(fit).isGreaterThan(500);
            } else {
                assertThat(fit).isLessThan(100);
            }
        }
    }

    @Test
    void noLayoutFitsProse() {
        byte[] prose = "Dear reader,\nthis is no log: it is a letter.\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ReadInput.LAYOUTS)
                .allSatisfy(
                        layout -> assertThat(layout.fit(prose, prose.length)).isZero());
    }

    private static List<Session> sessions(String text, Layout layout) {
        return ReadInput.of(text, layout).facts().of(Session.class);
    }

    private static List<SessionId> ids(List<Session> sessions) {
        return sessions.stream().map(Session::id).toList();
    }

    private static List<ExecutionId> executions(ReadInput read) {
        return read.facts().of(Execution.class).stream().map(Execution::id).toList();
    }
}
