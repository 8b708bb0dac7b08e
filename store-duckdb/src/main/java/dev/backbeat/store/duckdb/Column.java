package dev.backbeat.store.duckdb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A column of a table: its name among the facts, and how its values are kept.
///
/// @param name its name in `raw` and in `facts`
/// @param kind how its values are kept
/// @param codes the names of an enum's constants in order, empty for every other kind
/// @param described what a row of the table of kinds says, empty for every other kind
record Column(String name, Kind kind, List<String> codes, List<Column> described) {

    /// How the values of a column are kept.
    enum Kind {
        /// A whole number, as it is.
        LONG("BIGINT"),
        /// A place in the input, as its distance from the row's `start_offset`: half the size.
        DISTANCE("BIGINT"),
        /// An identity, or `NULL`.
        ID_OR_NONE("BIGINT"),
        /// A small whole number; -1 is `NULL`.
        INT("INTEGER"),
        /// A time or a duration in nanoseconds, counted in the row's tick.
        NANOS("BIGINT"),
        /// A recurring text, as its number in `raw.texts`.
        WORD("INTEGER"),
        /// A recurring combination of texts and numbers, as its number in a table of its own.
        KIND("INTEGER"),
        /// A text of its own.
        TEXT("VARCHAR"),
        /// A constant of an enum, as its number.
        CODE("INTEGER");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    static Column of(String name, Kind kind) {
        return new Column(name, kind, List.of(), List.of());
    }

    static Column of(String name, Enum<?>[] constants) {
        return new Column(
                name,
                Kind.CODE,
                Stream.of(constants)
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList(),
                List.of());
    }

    /// @param kinds the table of the kinds, whose first column is their number
    static Column of(String name, Table kinds) {
        List<Column> columns = kinds.columns();
        return new Column(name, Kind.KIND, List.of(), columns.subList(1, columns.size()));
    }

    /// The column in the definition of its table.
    String definition() {
        return name + " " + kind.type;
    }

    /// The column's values as facts, items of a query over the table `t`, the dictionary `d` and the lists
    /// `k`.
    String decoded() {
        return switch (kind) {
            case LONG, ID_OR_NONE, INT, TEXT -> "t." + name;
            case DISTANCE -> "t.start_offset + t." + name + " AS " + name;
            case NANOS -> "t." + name + " * t." + Table.TICK + " AS " + name;
            case WORD -> "d.texts[t." + name + " + 1] AS " + name;
            case KIND ->
                described.stream()
                        .map(column -> "k." + column.name() + "s[t." + name + " + 1] AS " + column.name())
                        .collect(Collectors.joining(", ", "t." + name + ", ", ""));
            case CODE ->
                IntStream.range(0, codes.size())
                        .mapToObj(code -> "WHEN " + code + " THEN '" + codes.get(code) + "'")
                        .collect(Collectors.joining(" ", "CASE t." + name + " ", " END AS " + name));
        };
    }
}
