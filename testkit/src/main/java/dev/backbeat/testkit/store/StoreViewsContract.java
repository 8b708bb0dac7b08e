package dev.backbeat.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import dev.backbeat.store.View;
import dev.backbeat.store.Views;
import dev.backbeat.testkit.store.FactSamples.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the views of every engine have to say of the facts that were written.
public abstract class StoreViewsContract {

    private static final SessionId SESSION = new SessionId(77);
    private static final ExecutionId EXECUTION = new ExecutionId(Long.MAX_VALUE);

    /// A folder for the tests of a subclass.
    @TempDir
    protected Path temp;

    private Store store;
    private int input;

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
    void everyColumnOfEveryViewIsDocumented() {
        assertThat(Views.all()).hasSizeGreaterThanOrEqualTo(17);
        for (View view : Views.all()) {
            List<String> real = store.rows(
                    "SELECT column_name, data_type FROM information_schema.columns"
                            + " WHERE table_schema = 'main' AND table_name = ? ORDER BY ordinal_position",
                    row -> row.textAt("column_name").orElseThrow() + " "
                            + row.textAt("data_type").orElseThrow(),
                    view.name());
            assertThat(view.columns().stream().map(column -> column.name() + " " + column.type()))
                    .as(view.name())
                    .containsExactlyElementsOf(real);
            assertThat(view.description()).as(view.name()).endsWith(".");
        }
    }

    @Test
    void whatMayBeAbsentIsAbsentAgain() {
        assertReadBack(FactSamples.absentValues());
    }

    @Test
    void theUpperEndsComeBack() {
        assertReadBack(FactSamples.extremeValues(true));
    }

    @Test
    void theLowerEndsComeBack() {
        assertReadBack(FactSamples.extremeValues(false));
    }

    @Test
    void everyConstantComesBack() {
        for (int turn = 0; turn < 6; turn++) {
            assertReadBack(FactSamples.plainValues(turn));
            closeStore();
            store = open(temp.resolve("store" + turn));
        }
    }

    @Test
    void timesOfEveryGranularityComeBackTogether() {
        List<Long> times = List.of(1_000_000L, 1_100_000L, 1_000L, 1L, 1_000_000_000L, Time.UNKNOWN, -7L, 0L);
        input(writer -> {
            int ordinal = 0;
            for (long time : times) {
                writer.handlerRun(handlerRun(ordinal++, null, null, null, time, HandlerOutcome.CHANGED));
            }
        });
        assertThat(store.rows("SELECT own_nanos FROM handler_runs ORDER BY ordinal", row -> row.longAt("own_nanos")))
                .containsExactlyElementsOf(times);
    }

    @Test
    void theStatusShowsTheContradiction() {
        input(writer -> {
            execution(writer, 1, Outcome.COMPLETED, HandlerOutcome.CHANGED);
            execution(writer, 2, Outcome.COMPLETED, HandlerOutcome.NEVER_ENDED);
            execution(writer, 3, Outcome.COMPLETED, HandlerOutcome.NEVER_ENDED, HandlerOutcome.FAILED);
            execution(writer, 4, Outcome.FAILED, HandlerOutcome.FAILED);
            execution(writer, 5, Outcome.COMPLETED);
        });
        assertThat(store.rows(
                        "SELECT status, contradiction, handler_runs, failed_handler_runs, unended_handler_runs"
                                + " FROM executions ORDER BY execution_id",
                        row -> row.textAt("status").orElseThrow() + " " + row.booleanAt("contradiction") + " "
                                + row.longAt("handler_runs") + " " + row.longAt("failed_handler_runs") + " "
                                + row.longAt("unended_handler_runs")))
                .containsExactly(
                        "completed false 1 0 0",
                        "completed_with_unended_handlers true 1 0 1",
                        "completed_with_failures true 2 1 1",
                        "failed false 1 1 0",
                        "completed false 0 0 0");
    }

    @Test
    void otherRunsNameAHandlerThatNeverEnded() {
        input(writer -> {
            writer.handlerRun(handlerRun(0, "e1", "p", "show", 5, HandlerOutcome.CHANGED));
            writer.handlerRun(handlerRun(1, "e1", "p", "show", 5, HandlerOutcome.CHANGED));
            writer.handlerRun(handlerRun(2, "e1", null, null, Time.UNKNOWN, HandlerOutcome.NEVER_ENDED));
            writer.handlerRun(handlerRun(3, "e1", "p", null, Time.UNKNOWN, HandlerOutcome.NEVER_ENDED));
            writer.handlerRun(handlerRun(4, "e1", "q", null, Time.UNKNOWN, HandlerOutcome.NEVER_ENDED));
            writer.handlerRun(handlerRun(5, "e2", "p", "one", 5, HandlerOutcome.CHANGED));
            writer.handlerRun(handlerRun(6, "e2", "p", "two", 5, HandlerOutcome.CHANGED));
            writer.handlerRun(handlerRun(7, "e2", "p", null, Time.UNKNOWN, HandlerOutcome.NEVER_ENDED));
        });
        assertThat(store.rows(
                        "SELECT plugin, handler, handler_name_source FROM handler_runs WHERE outcome = 'never_ended'"
                                + " ORDER BY ordinal",
                        row -> row.textAt("plugin").orElse("-") + " "
                                + row.textAt("handler").orElse("-") + " "
                                + row.textAt("handler_name_source").orElseThrow()))
                .containsExactly("p show other_runs", "p show other_runs", "q - unknown", "p - unknown");
        assertThat(store.rows(
                        "SELECT handler, runs FROM handler_names ORDER BY handler",
                        row -> row.textAt("handler").orElseThrow() + " " + row.longAt("runs")))
                .containsExactly("one 1", "show 2", "two 1");
    }

    @Test
    void factsKnowTheirSequenceAndBuild() {
        FactSamples facts = input(writer -> {
            FactSamples own = new FactSamples(writer.input(), SESSION, FactSamples.plainValues(0));
            own.writeAll(writer, EXECUTION);
        });
        assertThat(store.rows(
                        "SELECT sequence_name, sequence_id, plugin, build, commit, input FROM beat_runs",
                        row -> row.textAt("sequence_name").orElseThrow() + ", "
                                + row.textAt("sequence_id").orElseThrow() + ", "
                                + row.textAt("plugin").orElseThrow() + ", "
                                + row.textAt("build").orElseThrow() + ", "
                                + row.textAt("commit").orElseThrow() + ", " + row.intAt("input")))
                .containsExactly("sequence plain, sequence-id plain, plugin plain, B, abc, " + facts.input());
    }

    private void assertReadBack(Values values) {
        FactSamples facts =
                input(writer -> new FactSamples(writer.input(), SESSION, values).writeAll(writer, EXECUTION), values);
        ExecutionId orNothing = values.absent() ? null : EXECUTION;
        assertRow("executions", FactReading::execution, facts.execution(EXECUTION));
        assertRow("movement_runs", FactReading::movementRun, facts.movementRun(EXECUTION));
        assertRow("beat_runs", FactReading::beatRun, facts.beatRun(EXECUTION));
        assertRow("handler_runs", FactReading::handlerRun, facts.handlerRun(EXECUTION));
        assertRow("state_changes", FactReading::stateChange, facts.stateChange(EXECUTION));
        assertRow("errors", FactReading::error, facts.error(orNothing));
        assertRow("topic_events", FactReading::topicEvent, facts.topicEvent(orNothing));
        assertRow("plugin_mounts", FactReading::pluginMount, facts.pluginMount());
        assertRow("gaps", FactReading::gap, facts.gap());
        assertRow("sequence_registrations", FactReading::sequenceRegistration, facts.sequenceRegistration());
        assertRow("sessions", row -> row.longAt("start_nanos"), values.nanos());
        assertThat(store.rows(
                        "SELECT name, version FROM session_packages ORDER BY ordinal",
                        row -> row.textAt("name").orElseThrow() + "@"
                                + row.textAt("version").orElseThrow()))
                .isEqualTo(facts.sessionFact(1).packages().stream()
                        .map(each -> each.name() + "@" + each.version())
                        .toList());
    }

    private <T> void assertRow(String view, Store.RowReader<T> reader, T fact) {
        assertThat(store.rows("SELECT * FROM " + view, reader)).as(view).containsExactly(fact);
    }

    private FactSamples input(Consumer<InputWriter> facts) {
        return input(facts, FactSamples.plainValues(0));
    }

    private FactSamples input(Consumer<InputWriter> facts, Values values) {
        try (InputWriter writer = store.write()) {
            input = writer.input();
            facts.accept(writer);
            FactSamples own = new FactSamples(input, SESSION, values);
            writer.session(own.sessionFact(1), new SessionBuild("B", "abc", "flag"));
            writer.finish(FactSamples.record("a.log", 1));
            return own;
        }
    }

    private static void execution(InputWriter writer, long id, Outcome outcome, HandlerOutcome... handlers) {
        Origin origin = new Origin(writer.input(), 5);
        ExecutionId execution = new ExecutionId(id);
        writer.execution(new Execution(
                execution,
                SESSION,
                0,
                null,
                "s",
                null,
                null,
                1,
                1,
                1,
                1,
                outcome,
                null,
                null,
                origin,
                origin,
                TimeDivision.UNKNOWN));
        List<HandlerRun> runs = new ArrayList<>();
        for (HandlerOutcome handler : handlers) {
            runs.add(new HandlerRun(
                    execution,
                    SESSION,
                    "s",
                    runs.size(),
                    0,
                    0,
                    "e",
                    "p",
                    "h",
                    null,
                    1,
                    1,
                    1,
                    0,
                    1,
                    0,
                    0,
                    handler,
                    Tie.NONE,
                    origin,
                    origin));
        }
        runs.forEach(writer::handlerRun);
    }

    private HandlerRun handlerRun(
            int ordinal,
            @Nullable String event,
            @Nullable String plugin,
            @Nullable String handler,
            long ownNanos,
            HandlerOutcome outcome) {
        Origin origin = new Origin(input, ordinal);
        return new HandlerRun(
                EXECUTION,
                SESSION,
                "s",
                ordinal,
                0,
                0,
                event,
                plugin,
                handler,
                handler == null ? null : "s",
                1,
                1,
                1,
                0,
                ownNanos,
                0,
                0,
                outcome,
                Tie.NONE,
                origin,
                origin);
    }
}
