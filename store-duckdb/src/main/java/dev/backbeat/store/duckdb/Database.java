package dev.backbeat.store.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/// One opened DuckDB file and connections to it. Nothing but that file and the folder for what spills can be
/// reached from SQL, no extension is loaded, and no setting can be changed.
///
/// DuckDB gives a database up after an error that it can't undo, such as a disk that is full while a transaction
/// is committed: from then on every question fails until the file is opened again, and what was committed is still
/// in it. That is done when the next connection is asked for.
final class Database implements AutoCloseable {

    private final Path file;
    private final Properties properties;
    private final Set<DuckDBConnection> given = new HashSet<>();
    private DuckDBConnection root;
    private volatile int openings = 1;

    private Database(Path file, Properties properties) throws SQLException {
        this.file = file;
        this.properties = properties;
        this.root = open(file, properties);
    }

    /// Opens a file, which is created where it is not there and `readOnly` is not set.
    static Database open(Path file, boolean readOnly, DuckDbSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", Boolean.toString(readOnly));
        properties.setProperty("memory_limit", settings.memoryMegabytes() + "MiB");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", file.resolveSibling("temp").toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            return new Database(file, properties);
        } catch (SQLException e) {
            throw SqlTrouble.opening(file, e);
        }
    }

    private static DuckDBConnection open(Path file, Properties properties) throws SQLException {
        DuckDBConnection root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        try {
            execute(root, "SET lock_configuration = true");
            return root;
        } catch (SQLException e) {
            // A second opening in this process finds the settings locked already.
            root.close();
            throw e;
        }
    }

    /// Another connection: for one thread, and for one answer or one transaction at a time.
    synchronized DuckDBConnection connect() throws SQLException {
        if (isGivenUp()) {
            openAgain();
        }
        for (Iterator<DuckDBConnection> one = given.iterator(); one.hasNext(); ) {
            if (one.next().isClosed()) {
                one.remove();
            }
        }
        DuckDBConnection connection = root.duplicate();
        given.add(connection);
        return connection;
    }

    /// How often the file was opened: what was made known to an earlier opening has to be made known again.
    int openings() {
        return openings;
    }

    /// Asks; it costs a twentieth of a millisecond.
    private boolean isGivenUp() throws SQLException {
        if (root.isClosed()) {
            return true;
        }
        try {
            execute(root, "SELECT 1");
            return false;
        } catch (SQLException e) {
            return SqlTrouble.isFatal(e);
        }
    }

    /// DuckDB lets go of a file when the last connection to it is closed.
    private void openAgain() throws SQLException {
        for (DuckDBConnection connection : given) {
            connection.close();
        }
        given.clear();
        root.close();
        root = open(file, properties);
        openings++;
    }

    /// Runs a statement and forgets its answer.
    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs the work in one transaction, whole or not at all.
    <T> T transaction(String doing, Work<T> work) {
        try (DuckDBConnection connection = connect()) {
            execute(connection, "BEGIN TRANSACTION");
            boolean done = false;
            try {
                T answer = work.run(connection);
                execute(connection, "COMMIT");
                done = true;
                return answer;
            } finally {
                if (!done) {
                    rollback(connection);
                }
            }
        } catch (SQLException e) {
            throw SqlTrouble.during(doing, e);
        }
    }

    /// Undoes the running transaction, if there is one.
    static void rollback(DuckDBConnection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // There is nothing to undo: the failure that led here has ended the transaction.
            return;
        }
    }

    /// Gives the space back that an undone transaction took from the disk, unless somebody is asking.
    static void shrink(DuckDBConnection connection) {
        try {
            execute(connection, "CHECKPOINT");
        } catch (SQLException e) {
            // The next checkpoint does it.
            return;
        }
    }

    @Override
    public synchronized void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw SqlTrouble.during("close the store `" + file.getParent() + "`", e);
        }
    }

    /// Whether there is anything in the file: an empty one is left by a process that died while creating it.
    static boolean isThere(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() > 0;
    }

    /// What is done in a transaction.
    @FunctionalInterface
    interface Work<T> {
        /// Does it.
        T run(DuckDBConnection connection) throws SQLException;
    }
}
