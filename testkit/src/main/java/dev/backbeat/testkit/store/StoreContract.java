package dev.backbeat.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.store.Asker;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine of the store has to do with inputs: whole or not at all, replaced, forgotten,
/// relabelled. [StoreViewsContract] is about what the views say.
public abstract class StoreContract {

    private static final SessionId SESSION = new SessionId(0x1234);
    private static final SessionId OTHER_SESSION = new SessionId(-5);

    /// A question that takes longer than anybody lives.
    private static final String ENDLESS = """
            WITH digits AS (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4),
            more AS (SELECT a.n * 125 + b.n * 25 + c.n * 5 + d.n AS n FROM digits a
                CROSS JOIN digits b CROSS JOIN digits c CROSS JOIN digits d)
            SELECT count(*) AS n FROM more a CROSS JOIN more b CROSS JOIN more c CROSS JOIN more d CROSS JOIN more e
            WHERE (a.n * b.n + c.n * d.n) % 7 = e.n % 5
            """;

    /// A folder for the tests of a subclass.
    @TempDir
    protected Path temp;

    private Store store;

    /// Opens the store in a folder for writing; creates it where there is none.
    protected abstract Store open(Path folder);

    @BeforeEach
    void openStore() {
        store = open(temp.resolve("store"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(store.inputs()).isEmpty();
        assertThat(store.timedMessages(SESSION)).isEmpty();
        assertThat(store.inputWithContent(7)).isEmpty();
        assertThat(count("executions")).isZero();
    }

    @Test
    void anUnfinishedInputIsInvisible() {
        try (InputWriter writer = store.write()) {
            writeSession(writer, SESSION, 10, 1);
            assertEmpty();
            writer.finish(FactSamples.record("a.log", 1));
        }
        assertThat(count("executions")).isEqualTo(1);
        assertThat(count("sessions")).isEqualTo(1);
        assertThat(store.inputs()).extracting(StoredInput::name).containsExactly("a.log");
    }

    @Test
    void closingWithoutFinishUndoesEverything() {
        try (InputWriter writer = store.write()) {
            writeSession(writer, SESSION, 10, 300);
        }
        assertEmpty();
    }

    @Test
    @SuppressWarnings("resource") // Leaving the writer open is the point.
    void closingTheStoreUndoesWhatIsUnfinished() {
        InputWriter writer = store.write();
        writeSession(writer, SESSION, 10, 300);
        reopen();
        assertEmpty();
        write("a.log", 1, SESSION, 10, 1);
    }

    @Test
    void numbersOfInputsAreNeverUsedAgain() {
        int first = write("a.log", 1, SESSION, 10, 1);
        int undone;
        try (InputWriter writer = store.write()) {
            undone = writer.input();
        }
        store.forget(first);
        reopen();
        int last = write("b.log", 2, SESSION, 10, 1);
        assertThat(List.of(first, undone, last)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whatIsFinishedOutlivesAReopening() {
        int input = write("a.log", 42, SESSION, 10, 3);
        reopen();
        assertThat(store.inputs())
                .containsExactly(new StoredInput(
                        input, "a.log", "console", 42, 1_000, 10, 1_700_000_000_123_456_789L, "a.log.journal", 1));
        assertThat(count("executions")).isEqualTo(3);
        assertThat(store.timedMessages(SESSION)).hasValue(10);
    }

    @Test
    void anInputIsFoundByItsContent() {
        int input = write("a.log", Long.MIN_VALUE, SESSION, 10, 1);
        assertThat(store.inputWithContent(Long.MIN_VALUE))
                .map(StoredInput::number)
                .hasValue(input);
        assertThat(store.inputWithContent(2)).isEmpty();
    }

    @Test
    void aReplacedSessionStaysUntilTheEnd() {
        int first = write("short.log", 1, SESSION, 10, 2);
        int second;
        List<StoredInput> removed;
        try (InputWriter writer = store.write()) {
            second = writer.input();
            writer.replaces(SESSION);
            writeSession(writer, SESSION, 20, 5);
            assertThat(count("executions")).isEqualTo(2);
            assertThat(store.timedMessages(SESSION)).hasValue(10);
            removed = writer.finish(FactSamples.record("long.log", 2));
        }
        assertThat(removed).extracting(StoredInput::number).containsExactly(first);
        assertThat(removed).extracting(StoredInput::journal).containsExactly("short.log.journal");
        assertThat(store.inputs()).extracting(StoredInput::number).containsExactly(second);
        assertThat(count("executions")).isEqualTo(5);
        assertThat(count("ledger")).isEqualTo(4);
        assertThat(store.timedMessages(SESSION)).hasValue(20);
    }

    @Test
    void anUndoneReplacementLeavesTheOldFacts() {
        int first = write("short.log", 1, SESSION, 10, 2);
        try (InputWriter writer = store.write()) {
            writer.replaces(SESSION);
            writeSession(writer, SESSION, 20, 5);
        }
        assertThat(count("executions")).isEqualTo(2);
        assertThat(store.timedMessages(SESSION)).hasValue(10);
        assertThat(store.inputs()).extracting(StoredInput::number).containsExactly(first);
    }

    @Test
    void anInputWithAnotherSessionOutlivesAReplacement() {
        int first;
        try (InputWriter writer = store.write()) {
            first = writer.input();
            writeSession(writer, SESSION, 10, 2);
            writeSession(writer, OTHER_SESSION, 10, 1);
            writer.finish(FactSamples.record("two.log", 1));
        }
        try (InputWriter writer = store.write()) {
            writer.replaces(SESSION);
            writeSession(writer, SESSION, 20, 5);
            assertThat(writer.finish(FactSamples.record("long.log", 2))).isEmpty();
        }
        assertThat(store.inputs()).hasSize(2);
        assertThat(store.inputs().getFirst().number()).isEqualTo(first);
        assertThat(store.inputs().getFirst().sessions()).isEqualTo(1);
        assertThat(count("executions")).isEqualTo(6);
    }

    @Test
    void aForgottenInputIsGone() {
        int first = write("a.log", 1, SESSION, 10, 2);
        write("b.log", 2, OTHER_SESSION, 10, 1);
        assertThat(store.forget(first).name()).isEqualTo("a.log");
        assertThat(store.inputs()).extracting(StoredInput::name).containsExactly("b.log");
        assertThat(store.timedMessages(SESSION)).isEmpty();
        for (String view : List.of("executions", "beat_runs", "handler_runs", "state_changes", "errors", "gaps")) {
            assertThat(count(view)).as(view).isEqualTo(1);
        }
        assertThat(count("ledger")).isEqualTo(4);
        assertTrouble(ErrorCode.NOT_FOUND, () -> store.forget(first));
    }

    @Test
    void theLatestWordOfAPersonNamesTheBuild() {
        int input = write("a.log", 1, SESSION, 10, 1);
        assertThat(build(SESSION)).hasValue("from-log");
        assertThat(store.relabel(input, "B", null)).isEqualTo(1);
        assertThat(store.relabel(input, "C", null)).isEqualTo(1);
        assertThat(build(SESSION)).hasValue("C");
        reopen();
        assertThat(store.relabel(input, "B", null)).isEqualTo(1);
        assertThat(build(SESSION)).hasValue("B");
        assertTrouble(ErrorCode.NOT_FOUND, () -> store.relabel(99, "B", null));
    }

    @Test
    void aLongerSaveDoesNotTakeALabelAway() {
        int input = write("a.log", 1, SESSION, 10, 1);
        store.relabel(input, "mine", null);
        try (InputWriter writer = store.write()) {
            writer.replaces(SESSION);
            writeSession(writer, SESSION, 20, 1);
            writer.finish(FactSamples.record("b.log", 2));
        }
        assertThat(build(SESSION)).hasValue("mine");
    }

    @Test
    void nobodyNamesABuildWhereNobodyDoes() {
        try (InputWriter writer = store.write()) {
            FactSamples facts = new FactSamples(writer.input(), SESSION, FactSamples.absentValues());
            writer.session(facts.sessionFact(1), FactSamples.logged(null));
            writer.finish(FactSamples.record("a.log", 1));
        }
        assertThat(build(SESSION)).isEmpty();
        assertThat(store.rows(
                        "SELECT build_source FROM sessions",
                        row -> row.textAt("build_source").orElseThrow()))
                .containsExactly("none");
    }

    @Test
    void twoInputsAreNotWrittenAtOnce() {
        try (InputWriter writer = store.write()) {
            assertThat(writer.input()).isPositive();
            assertTrouble(ErrorCode.STORE, store::write);
            assertTrouble(ErrorCode.STORE, () -> store.forget(1));
        }
        try (InputWriter writer = store.write()) {
            assertThat(writer.finish(FactSamples.record("a.log", 1))).isEmpty();
        }
    }

    @Test
    void questionsTakeArguments() {
        int input = write("it's.log", 1, SESSION, 10, 1);
        assertThat(store.rows(
                        "SELECT name FROM inputs WHERE input = ? AND name = ? AND content_hash = ? AND ?",
                        row -> row.textAt("name").orElseThrow(),
                        input,
                        "it's.log",
                        1L,
                        true))
                .containsExactly("it's.log");
    }

    @Test
    void aWrongQuestionIsRefused() {
        assertTrouble(ErrorCode.USAGE, () -> store.rows("SELECT nonsense FROM executions", row -> 1));
        assertTrouble(ErrorCode.USAGE, () -> store.rows("SELEC 1", row -> 1));
        assertTrouble(ErrorCode.INTERNAL, () -> store.rows("SELECT 1 AS one", row -> row.longAt("two")));
    }

    /// A question that would take minutes ends soon after the one who asked has left, whenever that
    /// was.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 300})
    void whatNobodyWaitsForIsGivenUp(int afterMillis) throws InterruptedException {
        Asker asker = new Asker();
        AtomicBoolean ended = new AtomicBoolean();
        Thread asking = Thread.ofPlatform().start(() -> {
            assertTrouble(ErrorCode.STORE, () -> asker.await(() -> store.rows(ENDLESS, row -> row.longAt("n"))));
            ended.set(true);
        });
        Thread.sleep(afterMillis);
        long left = System.nanoTime();
        while (asking.isAlive() && System.nanoTime() - left < 20 * Time.NANOS_PER_SECOND) {
            asker.leave();
            asking.join(Duration.ofMillis(20));
        }
        assertThat(ended).isTrue();
        assertThat(asker.isServed()).isFalse();
        assertThat(store.rows("SELECT 1 AS one", row -> row.longAt("one"))).containsExactly(1L);
    }

    @Test
    void nothingBeginsForWhoHasLeft() {
        Asker asker = new Asker();
        List<Long> read = new ArrayList<>();
        assertTrouble(
                ErrorCode.STORE,
                () -> asker.await(() -> store.rows("SELECT 1 AS one UNION ALL SELECT 2", row -> {
                    asker.leave();
                    read.add(row.longAt("one"));
                    return row;
                })));
        assertThat(read).hasSize(1);
        assertTrouble(ErrorCode.STORE, () -> asker.await(() -> read.add(3L)));
        assertThat(read).hasSize(1);
    }

    @Test
    void aStoreThatIsOpenIsNotOpenedAgain() {
        assertTrouble(ErrorCode.STORE, () -> open(temp.resolve("store")));
    }

    @Test
    void aFactOfAnotherInputIsRefused() {
        try (InputWriter writer = store.write()) {
            FactSamples facts = new FactSamples(writer.input() + 1, SESSION, FactSamples.plainValues(0));
            assertTrouble(ErrorCode.INTERNAL, () -> writer.execution(facts.execution(new ExecutionId(1))));
        }
    }

    @Test
    void aKnownSessionIsNotWrittenTwice() {
        write("a.log", 1, SESSION, 10, 1);
        try (InputWriter writer = store.write()) {
            assertTrouble(ErrorCode.INTERNAL, () -> writeSession(writer, SESSION, 20, 1));
        }
        assertThat(count("executions")).isEqualTo(1);
    }

    private int write(String name, long contentHash, SessionId session, long timedMessages, int executions) {
        try (InputWriter writer = store.write()) {
            writeSession(writer, session, timedMessages, executions);
            writer.finish(FactSamples.record(name, contentHash));
            return writer.input();
        }
    }

    private static void writeSession(InputWriter writer, SessionId session, long timedMessages, int executions) {
        FactSamples facts = new FactSamples(writer.input(), session, FactSamples.plainValues(0));
        for (int number = 0; number < executions; number++) {
            facts.writeAll(writer, new ExecutionId(session.value() * 1_000 + number));
        }
        writer.session(facts.sessionFact(timedMessages), new SessionBuild("from-log", "abc", "log"));
    }

    private Optional<String> build(SessionId session) {
        return store.rows(
                        "SELECT build FROM sessions WHERE session_id = ?", row -> row.textAt("build"), session.value())
                .getFirst();
    }

    private long count(String view) {
        return store.rows("SELECT count(*) AS n FROM " + view, row -> row.longAt("n"))
                .getFirst();
    }

    private void assertEmpty() {
        assertThat(store.inputs()).isEmpty();
        assertThat(store.timedMessages(SESSION)).isEmpty();
        for (String view : List.of("sessions", "executions", "beat_runs", "handler_runs", "errors", "ledger")) {
            assertThat(count(view)).as(view).isZero();
        }
    }

    private void reopen() {
        store.close();
        store = open(temp.resolve("store"));
    }

    private static void assertTrouble(ErrorCode code, Runnable doing) {
        assertThatExceptionOfType(BackbeatException.class)
                .isThrownBy(doing::run)
                .satisfies(trouble -> assertThat(trouble.code()).isEqualTo(code))
                .satisfies(trouble -> assertThat(trouble.getMessage()).doesNotEndWith("."));
    }
}
