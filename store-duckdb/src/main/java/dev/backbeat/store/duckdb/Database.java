package dev.backbeat.store.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/// One opened DuckDB file and connections to it. Nothing but that file and the folder for what spills can be
/// reached from SQL, no extension is loaded, and no setting can be changed.
final class Database implements AutoCloseable {

    private final Path file;
    private final DuckDBConnection root;

    private Database(Path file, DuckDBConnection root) {
        this.file = file;
        this.root = root;
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
            DuckDBConnection root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
            Database database = new Database(file, root);
            try {
                execute(root, "SET lock_configuration = true");
            } catch (SQLException e) {
                // A second opening in this process finds the settings locked already.
                root.close();
                throw e;
            }
            return database;
        } catch (SQLException e) {
            throw SqlTrouble.opening(file, e);
        }
    }

    /// Another connection: for one thread, and for one answer or one transaction at a time.
    DuckDBConnection connect() throws SQLException {
        return root.duplicate();
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
    public void close() {
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
