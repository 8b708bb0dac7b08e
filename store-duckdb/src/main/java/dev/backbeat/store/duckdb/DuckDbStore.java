package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.Asker;
import dev.backbeat.store.CodeFacts;
import dev.backbeat.store.CoverageFacts;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A store in one DuckDB file in a folder of its own. Questions may be asked from many threads, also
/// while an input is written; one input is written at a time.
public final class DuckDbStore implements Store {

    private static final String NEXT_INPUT = "next_input";

    /// The folders that this process has open: DuckDB itself would let it open a file twice.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final OpenMode mode;
    private final Database database;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong said = new AtomicLong();

    @Nullable
    private volatile BatchFunction batchFunction;

    /// At which opening of the database its function was made known.
    private volatile int batchesKnownAt;

    @Nullable
    private volatile DuckDbInputWriter active;

    private DuckDbStore(Path folder, OpenMode mode, Database database) {
        this.folder = folder;
        this.mode = mode;
        this.database = database;
    }

    /// Opens the store in `folder` with the default settings.
    public static DuckDbStore open(Path folder, OpenMode mode) {
        return open(folder, mode, DuckDbSettings.DEFAULT);
    }

    /// Opens the store in `folder`.
    ///
    /// @throws BackbeatException `NOT_FOUND` when there is none and the mode is [OpenMode#READ]; `STORE`
    ///     when it is held by another process, of another version, or no store
    public static DuckDbStore open(Path folder, OpenMode mode, DuckDbSettings settings) {
        Path place = folder.toAbsolutePath().normalize();
        if (mode != OpenMode.READ_WRITE) {
            StoreFolder.requireStore(place);
        } else {
            StoreFolder.prepare(place);
        }
        if (!OPEN.add(place)) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE, "the store `" + place + "` is open already", "close it before it is opened again");
        }
        boolean opened = false;
        try {
            DuckDbStore store = new DuckDbStore(place, mode, Schema.open(place, mode, settings));
            store.said.set(store.nextSaid());
            opened = true;
            return store;
        } finally {
            if (!opened) {
                OPEN.remove(place);
            }
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public OptionalLong timedMessages(SessionId session) {
        List<Long> found = rows(
                "SELECT timed_messages FROM raw.sessions WHERE session_id = ?",
                row -> row.longAt("timed_messages"),
                session.value());
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
    }

    @Override
    public Optional<StoredInput> inputWithContent(long contentHash) {
        return read(connection -> Inputs.with(connection, "content_hash", contentHash)).stream()
                .findFirst();
    }

    @Override
    public List<StoredInput> inputs() {
        return read(Inputs::all);
    }

    @Override
    public InputWriter write() {
        return begin(false, connection -> {
            long next = Schema.meta(connection, NEXT_INPUT).orElse(1);
            Schema.remember(connection, NEXT_INPUT, next + 1);
            return Math.toIntExact(next);
        });
    }

    @Override
    public InputWriter resume(int input) {
        return begin(true, connection -> known(connection, input).number());
    }

    private InputWriter begin(boolean resumed, Database.Work<Integer> number) {
        beginWriting();
        boolean begun = false;
        try {
            int input = database.transaction("write to the store", number);
            DuckDbInputWriter writer = new DuckDbInputWriter(
                    input, resumed, database.connect(), batches(), said::getAndIncrement, this::endWriting);
            active = writer;
            begun = true;
            return writer;
        } catch (SQLException e) {
            throw SqlTrouble.during("write to the store", e);
        } finally {
            if (!begun) {
                writing.set(false);
            }
        }
    }

    @Override
    public StoredInput forget(int input) {
        beginWriting();
        try {
            return database.transaction("forget the input " + input, connection -> {
                StoredInput known = known(connection, input);
                Inputs.forget(connection, input);
                return known;
            });
        } finally {
            writing.set(false);
        }
    }

    @Override
    public int relabel(int input, String build, @Nullable String commit) {
        requireWritable();
        return database.transaction("relabel the input " + input, connection -> {
            known(connection, input);
            String sql = "INSERT INTO raw.session_builds"
                    + " SELECT session_id, CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR), 'relabel', 0"
                    + " FROM raw.sessions WHERE input = ? ORDER BY session_id";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, said.getAndIncrement());
                statement.setString(2, build);
                statement.setString(3, commit);
                statement.setInt(4, input);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void replaceCode(CodeFacts facts) {
        requireWritable();
        database.transaction("write what the code says", connection -> {
            CodeTables.replace(connection, facts);
            return true;
        });
    }

    @Override
    public void replaceCoverage(CoverageFacts facts) {
        requireWritable();
        database.transaction("write what tests cover", connection -> {
            CoverageTables.replace(connection, facts);
            return true;
        });
    }

    @Override
    public <T> List<T> rows(String sql, RowReader<T> reader, Object... arguments) {
        requireOpen();
        try (DuckDBConnection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            Optional<Asker> asker = Asker.current();
            if (asker.isEmpty()) {
                return answer(statement, reader, () -> {});
            }
            try (Asker.Running running = asker.get().begins(() -> stop(statement))) {
                return answer(statement, reader, running::check);
            } catch (SQLException e) {
                // A question that was stopped fails; that nobody waits says more.
                if (asker.get().hasLeft()) {
                    throw Asker.gone().causedBy(e);
                }
                throw e;
            }
        } catch (SQLException e) {
            throw SqlTrouble.asking(sql, e);
        }
    }

    private static <T> List<T> answer(PreparedStatement statement, RowReader<T> reader, Runnable check)
            throws SQLException {
        List<T> answer = new ArrayList<>();
        try (ResultSet results = statement.executeQuery()) {
            Row row = new ResultRow(results);
            while (results.next()) {
                check.run();
                answer.add(reader.read(row));
            }
        }
        return answer;
    }

    private static void stop(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It ended meanwhile.
            return;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            DuckDbInputWriter unfinished = active;
            if (unfinished != null) {
                unfinished.close();
            }
            OPEN.remove(folder);
            database.close();
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case Long number -> statement.setLong(index + 1, number);
                case Integer number -> statement.setInt(index + 1, number);
                case Boolean truth -> statement.setBoolean(index + 1, truth);
                case String text -> statement.setString(index + 1, text);
                default ->
                    throw BackbeatException.of(
                            ErrorCode.INTERNAL,
                            "a question takes no argument of the type `"
                                    + arguments[index].getClass().getSimpleName() + "`");
            }
        }
    }

    private static StoredInput known(DuckDBConnection connection, int input) throws SQLException {
        return Inputs.with(connection, "input", input).stream()
                .findFirst()
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.NOT_FOUND,
                        "the store has no input " + input,
                        "the inputs it has are listed by `backbeat inputs`"));
    }

    /// Called by the one writer at a time.
    private BatchFunction batches() throws SQLException {
        BatchFunction function = batchFunction;
        if (function == null || batchesKnownAt != database.openings()) {
            try (DuckDBConnection connection = database.connect()) {
                batchesKnownAt = database.openings();
                function = BatchFunction.register(connection);
                batchFunction = function;
            }
        }
        return function;
    }

    private <T> T read(Database.Work<T> work) {
        requireOpen();
        try (DuckDBConnection connection = database.connect()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw SqlTrouble.during("read the store `" + folder + "`", e);
        }
    }

    private long nextSaid() {
        return read(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT COALESCE(max(said), 0) + 1 FROM raw.session_builds");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void beginWriting() {
        requireWritable();
        if (!writing.compareAndSet(false, true)) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "another input is being written to the store `" + folder + "`",
                    "wait until it is finished");
        }
    }

    private void endWriting() {
        active = null;
        writing.set(false);
    }

    private void requireWritable() {
        requireOpen();
        if (mode != OpenMode.READ_WRITE) {
            throw BackbeatException.of(ErrorCode.STORE, "the store `" + folder + "` is open for reading only");
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw BackbeatException.of(ErrorCode.STORE, "the store `" + folder + "` is closed");
        }
    }
}
