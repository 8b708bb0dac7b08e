package dev.backbeat.mapping;

import dev.backbeat.model.BeatRun;
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
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.FactSamples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sessions write into a store: each run of a beat in an execution of its own.
final class Telemetry {

    private final Store store;
    private int sessions;

    Telemetry(Store store) {
        this.store = store;
    }

    /// A run of a beat.
    ///
    /// @param sequence the id, or where it begins with a capital the name, of its sequence
    /// @param handlers those that ran, each as `handler`, `plugin/handler` or
    ///     `plugin/handler@subscribed-sequence`
    record Run(String sequence, @Nullable String event, int number, List<String> handlers) {

        static Run of(String sequence, @Nullable String event, int number, String... handlers) {
            return new Run(sequence, event, number, List.of(handlers));
        }
    }

    /// A session, later than those before.
    void session(@Nullable String label, @Nullable String commit, Run... runs) {
        sessions++;
        SessionId id = new SessionId(sessions);
        try (InputWriter writer = store.write()) {
            Origin origin = new Origin(writer.input(), 0);
            for (int i = 0; i < runs.length; i++) {
                write(writer, id, new ExecutionId(sessions * 1000L + i), origin, runs[i]);
            }
            long start = 1_000_000L * sessions;
            writer.session(
                    new Session(id, 1, start, start + 1, commit, null, List.of(), origin, origin),
                    new SessionBuild(label, commit, "log"));
            writer.finish(FactSamples.record("log" + sessions, sessions));
        }
    }

    private static void write(InputWriter writer, SessionId session, ExecutionId execution, Origin origin, Run run) {
        boolean isName = Character.isUpperCase(run.sequence.charAt(0));
        writer.execution(new Execution(
                execution,
                session,
                0,
                null,
                isName ? run.sequence : run.sequence + " Sequence",
                isName ? null : run.sequence,
                null,
                1,
                1,
                1,
                1,
                Outcome.COMPLETED,
                null,
                null,
                origin,
                origin,
                TimeDivision.UNKNOWN));
        writer.beatRun(new BeatRun(
                execution,
                session,
                run.sequence,
                0,
                -1,
                -1,
                run.number,
                1,
                1,
                null,
                run.event,
                null,
                1,
                1,
                1,
                1,
                Outcome.COMPLETED,
                origin,
                origin));
        for (int i = 0; i < run.handlers.size(); i++) {
            String[] parts = run.handlers.get(i).split("@");
            int slash = parts[0].indexOf('/');
            writer.handlerRun(new HandlerRun(
                    execution,
                    session,
                    run.sequence,
                    i,
                    0,
                    i,
                    run.event,
                    slash < 0 ? null : parts[0].substring(0, slash),
                    parts[0].substring(slash + 1),
                    parts.length > 1 ? parts[1] : null,
                    1,
                    1,
                    1,
                    0,
                    1,
                    0,
                    0,
                    HandlerOutcome.CHANGED,
                    Tie.REQUEST_ID,
                    origin,
                    origin));
        }
    }
}
