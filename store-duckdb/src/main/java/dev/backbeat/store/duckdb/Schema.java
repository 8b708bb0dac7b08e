package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.View;
import dev.backbeat.store.Views;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.duckdb.DuckDBConnection;

/// Creates what a new store needs, and tells whether an existing one fits this version of Backbeat.
final class Schema {

    /// Counts up whenever the tables change. The views may change without it.
    static final long VERSION = 8;

    private static final String TABLES = "tables";
    private static final String VIEWS = "views";

    /// All recurring texts as one list, each at its number. Looking a text up there costs less than half
    /// of a join, and nothing where the text is not asked for.
    private static final String DICTIONARY = "CREATE OR REPLACE VIEW raw.dictionary AS"
            + " SELECT list(known.text ORDER BY every.word) AS texts"
            + " FROM (SELECT unnest(range(0, (SELECT max(word) + 1 FROM raw.texts))) AS word) every"
            + " LEFT JOIN raw.texts known ON known.word = every.word";

    private Schema() {}

    /// Opens the database of a store, with tables of this version and current views. A store that is only
    /// asked is opened for writing when its views have to be renewed first.
    static Database open(Path folder, OpenMode mode, DuckDbSettings settings) {
        Path file = StoreFolder.database(folder);
        if (mode == OpenMode.READ_EARLIER) {
            return earlier(file, folder, settings);
        }
        if (mode == OpenMode.READ) {
            Database database = Database.open(file, true, settings);
            boolean current = false;
            try {
                current = isCurrent(database, folder);
            } finally {
                if (!current) {
                    database.close();
                }
            }
            if (current) {
                return database;
            }
            prepared(file, folder, settings).close();
            return Database.open(file, true, settings);
        }
        return prepared(file, folder, settings);
    }

    /// Opened to write, although nobody does: so nobody else can, and what a killed process left beside
    /// the file is in it when it is closed.
    private static Database earlier(Path file, Path folder, DuckDbSettings settings) {
        Database database = Database.open(file, false, settings);
        boolean known = false;
        try (DuckDBConnection connection = database.connect()) {
            check(Math.max(VERSION, version(connection).orElse(0)), folder);
            known = true;
            return database;
        } catch (SQLException e) {
            throw SqlTrouble.during("read the store `" + folder + "`", e);
        } finally {
            if (!known) {
                database.close();
            }
        }
    }

    private static Database prepared(Path file, Path folder, DuckDbSettings settings) {
        Database database = Database.open(file, false, settings);
        boolean prepared = false;
        try {
            prepare(database, folder);
            prepared = true;
            return database;
        } finally {
            if (!prepared) {
                database.close();
            }
        }
    }

    /// Creates all tables and views where there are none; else checks the tables' version and renews the
    /// views where this version of Backbeat has others.
    private static void prepare(Database database, Path folder) {
        database.transaction("prepare the store `" + folder + "`", connection -> {
            OptionalLong version = version(connection);
            if (version.isEmpty()) {
                createTables(connection);
            } else {
                check(version.getAsLong(), folder);
            }
            if (meta(connection, VIEWS).orElse(0) != viewsHash()) {
                createViews(connection);
            }
            return true;
        });
    }

    /// Whether an existing store can be asked as it is; not when its views have to be renewed first.
    private static boolean isCurrent(Database database, Path folder) {
        try (DuckDBConnection connection = database.connect()) {
            OptionalLong version = version(connection);
            if (version.isEmpty()) {
                return false;
            }
            check(version.getAsLong(), folder);
            return meta(connection, VIEWS).orElse(0) == viewsHash();
        } catch (SQLException e) {
            throw SqlTrouble.during("read the store `" + folder + "`", e);
        }
    }

    /// A number that the store remembers of itself.
    static OptionalLong meta(DuckDBConnection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT value FROM raw.meta WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /// Remembers a number.
    static void remember(DuckDBConnection connection, String name, long value) throws SQLException {
        try (PreparedStatement remove = connection.prepareStatement("DELETE FROM raw.meta WHERE name = ?");
                PreparedStatement add = connection.prepareStatement("INSERT INTO raw.meta VALUES (?, ?)")) {
            remove.setString(1, name);
            remove.executeUpdate();
            add.setString(1, name);
            add.setLong(2, value);
            add.executeUpdate();
        }
    }

    /// The statements that create all tables.
    static List<String> definitions() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA raw");
        statements.add("CREATE SCHEMA facts");
        statements.add("CREATE TABLE raw.meta (name VARCHAR, value BIGINT)");
        statements.add(Tables.TEXTS.definition());
        for (Table table : Tables.ALL) {
            statements.add(table.definition());
        }
        statements.addAll(CodeTables.definitions());
        statements.addAll(CoverageTables.definitions());
        return statements;
    }

    /// The statements that create all views.
    private static List<String> views() {
        List<String> statements = new ArrayList<>();
        statements.add(DICTIONARY);
        for (Table table : Tables.ALL) {
            statements.add(table.decodingView());
            if (Tables.KINDS.containsKey(table)) {
                statements.add(table.listsView());
            }
        }
        for (View view : Views.all()) {
            statements.add("CREATE OR REPLACE VIEW main." + view.name() + " AS " + view.sql());
        }
        return statements;
    }

    private static long viewsHash() {
        long hash = 17;
        for (String statement : views()) {
            for (int index = 0; index < statement.length(); index++) {
                hash = hash * 31 + statement.charAt(index);
            }
        }
        return hash;
    }

    private static void createTables(DuckDBConnection connection) throws SQLException {
        for (String statement : definitions()) {
            Database.execute(connection, statement);
        }
        remember(connection, TABLES, VERSION);
    }

    private static void createViews(DuckDBConnection connection) throws SQLException {
        for (String statement : views()) {
            Database.execute(connection, statement);
        }
        remember(connection, VIEWS, viewsHash());
    }

    private static OptionalLong version(DuckDBConnection connection) throws SQLException {
        String known =
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'raw' AND table_name = 'meta'";
        try (PreparedStatement statement = connection.prepareStatement(known);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(1) == 0) {
                return OptionalLong.empty();
            }
        }
        return meta(connection, TABLES);
    }

    private static void check(long version, Path folder) {
        if (version > VERSION) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "the store `" + folder + "` was written by a newer version of Backbeat",
                    "use that version, or another store with `--store`");
        }
        if (version < VERSION) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "the store `" + folder + "` was written by an older version of Backbeat",
                    "run `backbeat rebuild`, which reads the journal again");
        }
    }
}
