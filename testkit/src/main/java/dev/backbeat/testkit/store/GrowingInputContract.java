package dev.backbeat.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Tie;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import dev.backbeat.store.View;
import dev.backbeat.store.ViewColumn;
import dev.backbeat.store.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An input that is written while it grows, with what holds for a moment only, is at every moment what
/// writing it at once gives: every row of every view.
public abstract class GrowingInputContract {

    private static final SessionId ENDED = new SessionId(7);
    private static final SessionId OPEN = new SessionId(8);
    private static final SessionId OTHER = new SessionId(9);
    private static final int EXECUTIONS = 10;

    /// A folder for the tests of a subclass.
    @TempDir
    protected Path temp;

    /// Opens the store in a folder for writing; creates it where there is none.
    protected abstract Store open(Path folder);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void atEveryMomentItIsWhatWritingAtOnceGives(long seed) {
        Random random = new Random(seed);
        List<Consumer<InputWriter>> facts = facts(random, OPEN);
        try (Store grown = open(temp.resolve("grown"))) {
            write(grown, "other.log", facts(new Random(99), OTHER).subList(0, 10), 0, OTHER);
            int settled = 0;
            int input = 0;
            for (int round = 0; settled < facts.size(); round++) {
                int before = settled;
                int sure = Math.min(facts.size(), settled + random.nextInt(9));
                int all = Math.min(facts.size(), sure + random.nextInt(9));
                boolean undone = round > 0 && random.nextInt(4) == 0;
                try (InputWriter writer = round == 0 ? grown.write() : grown.resume(input)) {
                    input = writer.input();
                    facts.subList(before, sure).forEach(fact -> fact.accept(writer));
                    writer.passing();
                    facts.subList(sure, all).forEach(fact -> fact.accept(writer));
                    if (!undone) {
                        end(writer, round, OPEN);
                        writer.finish(FactSamples.record("a.log", round));
                        settled = sure;
                    }
                }
                if (!undone && (round % 3 == 0 || settled == facts.size())) {
                    compare(grown, facts, all, round);
                }
            }
        }
    }

    @Test
    void aSessionThatEndedStays() {
        try (Store store = open(temp.resolve("store"))) {
            int input;
            try (InputWriter writer = store.write()) {
                input = writer.input();
                execution(writer, ENDED, 1);
                end(writer, 1, ENDED);
                writer.passing();
                execution(writer, OPEN, 2);
                end(writer, 1, OPEN);
                writer.finish(FactSamples.record("a.log", 1));
            }
            try (InputWriter writer = store.resume(input)) {
                assertThat(writer.holds(ENDED)).isTrue();
                assertThat(writer.holds(OPEN)).as("it was passing").isFalse();
                writer.passing();
                writer.finish(FactSamples.record("a.log", 2));
            }
            assertThat(store.rows("SELECT session_id FROM sessions", row -> row.longAt("session_id")))
                    .containsExactly(ENDED.value());
            assertThat(store.rows("SELECT execution_id FROM executions", row -> row.longAt("execution_id")))
                    .containsExactly(1L);
            assertThat(store.inputs()).hasSize(1);
            store.forget(input);
            assertThat(store.rows("SELECT execution_id FROM executions", row -> true))
                    .isEmpty();
        }
    }

    @Test
    void anInputThatIsNotThereCannotGrow() {
        try (Store store = open(temp.resolve("store"))) {
            assertThatExceptionOfType(BackbeatException.class)
                    .isThrownBy(() -> store.resume(5))
                    .matches(e -> e.code() == ErrorCode.NOT_FOUND);
            write(store, "a.log", List.of(), 0, OPEN);
        }
    }

    private void compare(Store grown, List<Consumer<InputWriter>> facts, int until, int round) {
        try (Store whole = open(temp.resolve("whole-" + round + "-" + until))) {
            write(whole, "other.log", facts(new Random(99), OTHER).subList(0, 10), 0, OTHER);
            write(whole, "a.log", facts.subList(0, until), round, OPEN);
            for (View view : Views.all()) {
                assertThat(rows(grown, view)).as(view.name()).isEqualTo(rows(whole, view));
            }
        }
    }

    private static List<String> rows(Store store, View view) {
        List<String> columns = view.columns().stream().map(ViewColumn::name).toList();
        return store
                .rows(
                        "SELECT * FROM " + view.name(),
                        row -> columns.stream()
                                .map(name -> row.textAt(name).orElse("-"))
                                .collect(Collectors.joining(" ")))
                .stream()
                .sorted()
                .toList();
    }

    private static void write(
            Store store, String name, List<Consumer<InputWriter>> facts, int round, SessionId session) {
        try (InputWriter writer = store.write()) {
            facts.forEach(fact -> fact.accept(writer));
            end(writer, round, session);
            writer.finish(FactSamples.record(name, round));
        }
    }

    private static void end(InputWriter writer, int round, SessionId session) {
        Origin origin = new Origin(writer.input(), 9);
        writer.session(
                new Session(session, round + 1, 1, 2, null, null, List.of(), origin, origin),
                FactSamples.logged("build"));
    }

    /// The facts of a session, those of one execution near each other but its own often behind those of
    /// the next.
    private static List<Consumer<InputWriter>> facts(Random random, SessionId session) {
        List<Consumer<InputWriter>> facts = new ArrayList<>();
        facts.add(writer -> new FactSamples(writer.input(), session, FactSamples.plainValues(0))
                .writeAll(writer, new ExecutionId(session.value())));
        List<Consumer<InputWriter>> late = new ArrayList<>();
        for (int i = 0; i < EXECUTIONS; i++) {
            ExecutionId id = new ExecutionId(100 * session.value() + i);
            int start = 1_000 * i;
            boolean failed = random.nextInt(4) == 0;
            for (int beat = 0; beat <= random.nextInt(4); beat++) {
                int ordinal = beat;
                facts.add(writer -> writer.beatRun(beatRun(writer.input(), session, id, ordinal, start)));
                facts.add(writer -> writer.handlerRun(handlerRun(writer.input(), session, id, ordinal, start, failed)));
            }
            late.add(writer -> writer.execution(ofSession(writer.input(), session, id, start)));
            while (!late.isEmpty() && random.nextInt(3) > 0) {
                facts.add(late.remove(random.nextInt(late.size())));
            }
        }
        facts.addAll(late);
        return facts;
    }

    private static void execution(InputWriter writer, SessionId session, long id) {
        writer.execution(ofSession(writer.input(), session, new ExecutionId(id), 5));
    }

    private static Execution ofSession(int input, SessionId session, ExecutionId id, int start) {
        return new Execution(
                id,
                session,
                3,
                null,
                "s",
                null,
                null,
                1,
                1,
                1,
                1,
                Outcome.COMPLETED,
                null,
                null,
                new Origin(input, start),
                new Origin(input, start + 900),
                TimeDivision.UNKNOWN);
    }

    private static BeatRun beatRun(int input, SessionId session, ExecutionId execution, int ordinal, int start) {
        return new BeatRun(
                execution,
                session,
                "s",
                ordinal,
                -1,
                0,
                1,
                ordinal,
                1,
                "t",
                "e",
                null,
                5,
                6,
                1,
                1,
                Outcome.COMPLETED,
                new Origin(input, start + 10L * ordinal),
                new Origin(input, start + 10L * ordinal + 5));
    }

    private static HandlerRun handlerRun(
            int input, SessionId session, ExecutionId execution, int beat, int start, boolean failed) {
        return new HandlerRun(
                execution,
                session,
                "s",
                beat,
                beat,
                0,
                "e",
                "p",
                beat % 2 == 0 ? "h" : null,
                null,
                5,
                5,
                6,
                0,
                1,
                0,
                0,
                failed ? HandlerOutcome.FAILED : HandlerOutcome.CHANGED,
                Tie.NONE,
                new Origin(input, start + 10L * beat),
                new Origin(input, start + 10L * beat + 3));
    }
}
