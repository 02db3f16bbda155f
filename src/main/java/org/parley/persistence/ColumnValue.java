package org.parley.persistence;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads a value of a Java type from a column. */
interface ColumnValue {

    /** Length in bytes of an empty array in binary form: dimensions, flags, element type. */
    int EMPTY_ARRAY = 12;

    Object read(ResultSet row, int column) throws SQLException;

    static ColumnValue of(Class<?> type) {
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == LocalDate.class) {
            return (row, column) -> row.getObject(column, LocalDate.class);
        }
        if (type == List.class) {
            return ColumnValue::texts;
        }
        if (type == BigDecimal.class) {
            return ResultSet::getBigDecimal;
        }
        if (type == Instant.class) {
            return (row, column) -> instant(row.getTimestamp(column));
        }
        if (type.isEnum()) {
            return (row, column) -> constant(type, row.getString(column));
        }
        return number(type);
    }

    private static ColumnValue number(Class<?> type) {
        if (type == Long.class || type == long.class) {
            return (row, column) -> nullable(row, row.getLong(column));
        }
        if (type == Integer.class || type == int.class) {
            return (row, column) -> nullable(row, row.getInt(column));
        }
        if (type == Boolean.class || type == boolean.class) {
            return (row, column) -> nullable(row, row.getBoolean(column));
        }
        if (type == Double.class) {
            return (row, column) -> nullable(row, row.getDouble(column));
        }
        throw new IllegalStateException("no column type for " + type);
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Object nullable(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static Object constant(Class<?> type, String name) {
        return name == null ? null : Enum.valueOf(type.asSubclass(Enum.class), name);
    }

    /** Most arrays are empty. They are recognized by their length: `{}`, or a binary header without dimensions. */
    private static List<String> texts(ResultSet row, int column) throws SQLException {
        byte[] raw = row.getBytes(column);
        if (raw == null) {
            return null;
        }
        return raw.length == (raw[0] == '{' ? 2 : EMPTY_ARRAY) ? List.of() : List.of((String[]) row.getArray(column).getArray());
    }

    /** Reads a value of the type of its column. */
    static Object untyped(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnType(column) == Types.DATE) {
            return row.getObject(column, LocalDate.class);
        }
        Object value = row.getObject(column);
        if (value instanceof Timestamp moment) {
            return moment.toInstant();
        }
        return value instanceof Array array ? array.getArray() : value;
    }
}
