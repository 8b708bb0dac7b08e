package dev.backbeat.store.duckdb;

import dev.backbeat.store.duckdb.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table of facts. Its DDL and the view that decodes it derive from its columns.
///
/// @param name its name in the schemas `raw` and `facts`
/// @param columns its columns, in the order in which rows are written
record Table(String name, List<Column> columns) {

    /// The column that says how many nanoseconds one count of the row's times is.
    static final String TICK = "tick_nanos";

    /// The column that says in which round of writing its input a row was written; see [Rounds].
    static final String ROUND = "round";

    static Builder named(String name) {
        return new Builder(name, new ArrayList<>());
    }

    /// Whether rows have times.
    boolean ticks() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.NANOS);
    }

    /// Whether rows belong to a session, so that they can be those of an input that grows.
    boolean rounds() {
        return has("session_id");
    }

    boolean has(String column) {
        return columns.stream().anyMatch(own -> own.name().equals(column));
    }

    String definition() {
        String own = columns.stream().map(Column::definition).collect(Collectors.joining(", "));
        return "CREATE TABLE raw." + name + " (" + own + (ticks() ? ", " + TICK + " BIGINT" : "")
                + (rounds() ? ", " + ROUND + " INTEGER" : "") + ")";
    }

    String decodingView() {
        String items = columns.stream().map(Column::decoded).collect(Collectors.joining(", "));
        String dictionary = words().isEmpty() ? "" : " CROSS JOIN raw.dictionary d";
        String lists = columns.stream()
                .filter(column -> column.kind() == Kind.KIND)
                .map(column -> " CROSS JOIN raw." + column.name() + "_lists k")
                .collect(Collectors.joining());
        return "CREATE OR REPLACE VIEW facts." + name + " AS SELECT " + items + " FROM raw." + name + " t" + dictionary
                + lists;
    }

    /// For a table of kinds: its columns as lists, each value at the number of its kind. Looking a value
    /// up there costs less than half of a join, and nothing where it is not asked for.
    String listsView() {
        String number = columns.getFirst().name();
        String items = columns.stream()
                .skip(1)
                .map(column -> "list(known." + column.name() + " ORDER BY every.number) AS " + column.name() + "s")
                .collect(Collectors.joining(", "));
        return "CREATE OR REPLACE VIEW raw." + number + "_lists AS SELECT " + items
                + " FROM (SELECT unnest(range(0, (SELECT max(" + number + ") + 1 FROM raw." + name
                + "))) AS number) every LEFT JOIN facts." + name + " known ON known." + number + " = every.number";
    }

    /// The columns that refer to `raw.texts`.
    List<Column> words() {
        return columns.stream().filter(column -> column.kind() == Kind.WORD).toList();
    }

    /// Collects the columns of a table, in order.
    record Builder(String name, List<Column> columns) {

        Builder longs(String... names) {
            return all(Kind.LONG, names);
        }

        /// Where a fact begins and ends in its input.
        Builder places() {
            return longs("start_offset").all(Kind.DISTANCE, "end_offset");
        }

        Builder idOrNone(String column) {
            return all(Kind.ID_OR_NONE, column);
        }

        Builder ints(String... names) {
            return all(Kind.INT, names);
        }

        Builder nanos(String... names) {
            return all(Kind.NANOS, names);
        }

        Builder words(String... names) {
            return all(Kind.WORD, names);
        }

        Builder kind(String column, Table kinds) {
            columns.add(Column.of(column, kinds));
            return this;
        }

        Builder texts(String... names) {
            return all(Kind.TEXT, names);
        }

        Builder code(String column, Enum<?>[] constants) {
            columns.add(Column.of(column, constants));
            return this;
        }

        Table done() {
            return new Table(name, List.copyOf(columns));
        }

        private Builder all(Kind kind, String... names) {
            for (String column : names) {
                columns.add(Column.of(column, kind));
            }
            return this;
        }
    }
}
