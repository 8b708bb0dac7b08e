package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The current row of a result set, columns by name.
final class ResultRow implements Row {

    private final ResultSet results;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    ResultRow(ResultSet results) throws SQLException {
        this.results = results;
        ResultSetMetaData meta = results.getMetaData();
        for (int index = 1; index <= meta.getColumnCount(); index++) {
            String name = unused(meta.getColumnLabel(index));
            columns.put(name, index);
            kinds.put(name, kind(meta.getColumnTypeName(index)));
        }
    }

    /// Of columns of one name, the second is called `name_2`: none is lost.
    private String unused(String label) {
        String name = label;
        for (int number = 2; columns.containsKey(name); number++) {
            name = label + "_" + number;
        }
        return name;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public Kind kindOf(String column) {
        indexOf(column);
        return kinds.getOrDefault(column, Kind.TEXT);
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "BOOLEAN" -> Kind.TRUTH;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Kind.WHOLE;
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Kind.WHOLE;
            default -> Kind.TEXT;
        };
    }

    @Override
    public long longAt(String column) {
        try {
            long value = results.getLong(indexOf(column));
            return results.wasNull() ? Time.UNKNOWN : value;
        } catch (SQLException e) {
            throw unfit(column, "whole number", e);
        }
    }

    @Override
    public int intAt(String column) {
        try {
            int value = results.getInt(indexOf(column));
            return results.wasNull() ? -1 : value;
        } catch (SQLException e) {
            throw unfit(column, "small whole number", e);
        }
    }

    @Override
    public boolean booleanAt(String column) {
        try {
            boolean value = results.getBoolean(indexOf(column));
            return !results.wasNull() && value;
        } catch (SQLException e) {
            throw unfit(column, "truth value", e);
        }
    }

    @Override
    public Optional<String> textAt(String column) {
        try {
            return Optional.ofNullable(results.getString(indexOf(column)));
        } catch (SQLException e) {
            throw unfit(column, "text", e);
        }
    }

    private int indexOf(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "the answer has no column `" + column + "`");
        }
        return index;
    }

    private static BackbeatException unfit(String column, String wanted, SQLException cause) {
        return BackbeatException.of(ErrorCode.INTERNAL, "the column `" + column + "` holds no " + wanted)
                .causedBy(cause);
    }
}
