package dev.backbeat.store;

import java.util.List;
import java.util.Optional;

/// The current row of an answer, columns by name.
public interface Row {

    /// What kind of value a column holds.
    enum Kind {
        /// Whole numbers.
        WHOLE,
        /// Truth values.
        TRUTH,
        /// Everything else, as text.
        TEXT
    }

    /// The names of the columns, in order.
    List<String> columns();

    /// What kind of value a column holds, whatever the current row.
    Kind kindOf(String column);

    /// The whole number in a column, [dev.backbeat.model.Time#UNKNOWN] where it is `NULL`.
    long longAt(String column);

    /// The whole number in a column, -1 where it is `NULL`.
    int intAt(String column);

    /// The truth value in a column, `false` where it is `NULL`.
    boolean booleanAt(String column);

    /// The text in a column, empty where it is `NULL`.
    Optional<String> textAt(String column);
}
