package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.TopicEvent;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.StoredInput;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes one input in one transaction, for one thread. Other connections see the store as it was before
/// until [#finish]. A failure undoes the transaction; the store stays usable.
final class DuckDbInputWriter implements InputWriter {

    private static final String DOING = "write to the store";

    private final int input;
    private final Rounds rounds;
    private final DuckDBConnection connection;
    private final LongSupplier said;
    private final Runnable whenClosed;
    private final RowBatch.Handover handover;
    private final Words words;
    private final Kinds sequenceKinds;
    private final Kinds beatKinds;
    private final Kinds handlerKinds;
    private final Map<Table, RowBatch> batches = new IdentityHashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> written = new HashSet<>();
    private final Set<Integer> replacedInputs = new TreeSet<>();
    private @Nullable Map<Long, Integer> knownSessions;
    private long lastSeen;
    private int round;
    private boolean open = true;

    /// @param resumed whether the input was written before and has grown
    /// @param connection a connection that the writer closes
    /// @param function what hands batches to the connection's transaction
    /// @param said gives the number of the next word that is said of a session's build
    /// @param whenClosed called once, when the writer is done or undone
    DuckDbInputWriter(
            int input,
            boolean resumed,
            DuckDBConnection connection,
            BatchFunction function,
            LongSupplier said,
            Runnable whenClosed)
            throws SQLException {
        this.input = input;
        this.connection = connection;
        this.said = said;
        this.whenClosed = whenClosed;
        Database.execute(connection, "BEGIN TRANSACTION");
        rounds = resumed ? Rounds.next(connection, input) : Rounds.first(input);
        round = rounds.round();
        handover = batch -> function.insert(connection, batch);
        words = new Words(connection, handover);
        sequenceKinds = new Kinds(connection, Tables.SEQUENCE_KINDS, words, handover);
        beatKinds = new Kinds(connection, Tables.BEAT_KINDS, words, handover);
        handlerKinds = new Kinds(connection, Tables.HANDLER_KINDS, words, handover);
    }

    @Override
    public int input() {
        return input;
    }

    @Override
    public void passing() {
        attempt(() -> {
            round = Rounds.PASSING;
            for (RowBatch batch : batches.values()) {
                batch.round(round);
            }
        });
    }

    @Override
    public void execution(Execution fact) {
        belongs(fact.session(), fact.start(), fact.end());
        append(Tables.EXECUTIONS, row -> FactRows.append(fact, sequenceKinds, row));
    }

    @Override
    public void movementRun(MovementRun fact) {
        belongs(fact.session(), fact.start(), fact.end());
        append(Tables.MOVEMENT_RUNS, row -> FactRows.append(fact, row));
    }

    @Override
    public void beatRun(BeatRun fact) {
        belongs(fact.session(), fact.start(), fact.end());
        append(Tables.BEAT_RUNS, row -> FactRows.append(fact, beatKinds, row));
    }

    @Override
    public void handlerRun(HandlerRun fact) {
        belongs(fact.session(), fact.start(), fact.end());
        append(Tables.HANDLER_RUNS, row -> FactRows.append(fact, handlerKinds, row));
    }

    @Override
    public void stateChange(StateChange fact) {
        belongs(fact.session(), fact.origin(), fact.origin());
        append(Tables.STATE_CHANGES, row -> FactRows.append(fact, row));
    }

    @Override
    public void error(ErrorFact fact) {
        belongs(fact.session(), fact.origin(), fact.origin());
        append(Tables.ERRORS, row -> FactRows.append(fact, row));
    }

    @Override
    public void topicEvent(TopicEvent fact) {
        belongs(fact.session(), fact.origin(), fact.origin());
        append(Tables.TOPIC_EVENTS, row -> FactRows.append(fact, row));
    }

    @Override
    public void pluginMount(PluginMount fact) {
        belongs(fact.session(), fact.origin(), fact.origin());
        append(Tables.PLUGIN_MOUNTS, row -> FactRows.append(fact, row));
    }

    @Override
    public void gap(Gap fact) {
        belongs(fact.session(), fact.before(), fact.after());
        append(Tables.GAPS, row -> FactRows.append(fact, row));
    }

    @Override
    public void sequenceRegistration(SequenceRegistration fact) {
        belongs(fact.session(), fact.origin(), fact.origin());
        append(Tables.SEQUENCE_REGISTRATIONS, row -> FactRows.append(fact, row));
    }

    @Override
    public void replaces(SessionId session) {
        attempt(() -> {
            flush();
            Integer old = known().remove(session.value());
            if (old != null && old != input) {
                replacedInputs.add(old);
            }
            Inputs.removeSession(connection, session.value());
            written.remove(session.value());
        });
    }

    @Override
    public boolean holds(SessionId session) {
        boolean[] held = new boolean[1];
        attempt(() -> held[0] = known().containsKey(session.value()));
        return held[0];
    }

    /// The sessions that the store held before, with their inputs. Asked once: a question for each
    /// session would cost more than writing it.
    private Map<Long, Integer> known() throws SQLException {
        Map<Long, Integer> sessions = knownSessions;
        if (sessions == null) {
            sessions = Inputs.bySession(connection);
            sessions.keySet().removeAll(written);
            knownSessions = sessions;
        }
        return sessions;
    }

    @Override
    public void session(Session session, SessionBuild build) {
        belongs(session.id(), session.start(), session.end());
        attempt(() -> {
            long id = session.id().value();
            // Asked before the session counts as written: what is known is known without it.
            boolean known = known().containsKey(id);
            if (!written.add(id) || known) {
                throw BackbeatException.of(
                        ErrorCode.INTERNAL, "the session `" + session.id() + "` is known and was not replaced");
            }
            FactRows.append(session, input, rows(Tables.SESSIONS));
            FactRows.appendPackages(session, rows(Tables.SESSION_PACKAGES));
            FactRows.append(session, build, said.getAsLong(), rows(Tables.SESSION_BUILDS));
        });
    }

    @Override
    public void report(ClaimSource source, List<Claim> claims) {
        attempt(() -> {
            FactRows.append(source, input, rows(Tables.CLAIM_SOURCES));
            for (Claim claim : claims) {
                if (claim.origin().input() != input) {
                    throw BackbeatException.of(
                            ErrorCode.INTERNAL,
                            "a claim of the input " + input + " has the origin `" + claim.origin() + "`");
                }
                FactRows.append(claim, input, rows(Tables.CLAIMS));
            }
        });
    }

    @Override
    public List<StoredInput> finish(InputRecord record) {
        if (!written.containsAll(seen)) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "there are facts of a session that was not written");
        }
        List<StoredInput> removed = new ArrayList<>();
        attempt(() -> {
            appendRecord(record);
            flush();
            Inputs.rollUpHandlerNames(connection, rounds);
            ExecutionSums.write(connection, rounds);
            for (int replaced : replacedInputs) {
                for (StoredInput old : Inputs.with(connection, "input", replaced)) {
                    if (old.sessions() == 0) {
                        Inputs.removeInput(connection, replaced);
                        removed.add(old);
                    }
                }
            }
            if (!replacedInputs.isEmpty()) {
                Words.prune(connection);
            }
            Database.execute(connection, "COMMIT");
        });
        release();
        return List.copyOf(removed);
    }

    @Override
    public void close() {
        if (open) {
            undo(true);
        }
    }

    private void appendRecord(InputRecord record) throws SQLException {
        FactRows.append(record, input, rounds.round(), rows(Tables.INPUTS));
        for (InputRecord.LedgerEntry entry : record.ledger()) {
            FactRows.append(entry, input, rows(Tables.LEDGER));
        }
        for (Rejected line : record.rejects()) {
            FactRows.append(line, input, rows(Tables.REJECTS));
        }
        for (InputRecord.UnknownTemplate template : record.templates()) {
            FactRows.append(template, input, rows(Tables.UNKNOWN_TEMPLATES));
        }
    }

    private void belongs(SessionId session, Origin start, Origin end) {
        if (start.input() != input || end.input() != input) {
            throw BackbeatException.of(
                    ErrorCode.INTERNAL, "a fact of the input " + input + " has the origin `" + start + "`");
        }
        if (session.value() != lastSeen || seen.isEmpty()) {
            lastSeen = session.value();
            seen.add(lastSeen);
        }
    }

    private void append(Table table, RowWriting writing) {
        attempt(() -> writing.append(rows(table)));
    }

    private RowBatch rows(Table table) {
        RowBatch known = batches.get(table);
        if (known != null) {
            return known;
        }
        RowBatch begun = new RowBatch(table, round, words, handover);
        batches.put(table, begun);
        return begun;
    }

    private void flush() throws SQLException {
        for (RowBatch batch : batches.values()) {
            batch.flush();
        }
        sequenceKinds.flush();
        beatKinds.flush();
        handlerKinds.flush();
        words.flush();
    }

    private void attempt(Step step) {
        if (!open) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "the input " + input + " is no longer being written");
        }
        try {
            step.run();
        } catch (SQLException e) {
            undo(!SqlTrouble.isFull(e));
            throw SqlTrouble.during(DOING, e);
        }
    }

    /// @param shrink not where the disk is full: DuckDB gives a database up that it can't make smaller
    private void undo(boolean shrink) {
        Database.rollback(connection);
        if (shrink) {
            Database.shrink(connection);
        }
        release();
    }

    private void release() {
        open = false;
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlTrouble.during(DOING, e);
        } finally {
            whenClosed.run();
        }
    }

    /// Writes one row.
    @FunctionalInterface
    private interface RowWriting {
        void append(RowBatch row) throws SQLException;
    }

    /// A step that the database can refuse.
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
