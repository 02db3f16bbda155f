package org.parley.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SQL statement with named parameters, converted for JDBC: its text with question marks, and the names in their order. */
record NamedParameterSql(String text, List<String> names) {

    private static final int MAX_CACHED = 2_000;
    /** Longer texts are those of combined filters, of which there are too many to keep. */
    private static final int MAX_CACHED_LENGTH = 4_000;
    private static final Pattern NAME_OR_LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<!:):([a-zA-Z][a-zA-Z0-9]*)");
    private static final Cache<String, NamedParameterSql> CACHE = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    static NamedParameterSql of(String sql) {
        return sql.length() > MAX_CACHED_LENGTH ? parse(sql) : CACHE.get(sql, NamedParameterSql::parse);
    }

    /** Adds a prefix to the names of all parameters. */
    static String renamed(String sql, String prefix) {
        return NAME_OR_LITERAL.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : ":" + prefix + found.group(1)));
    }

    private static NamedParameterSql parse(String sql) {
        List<String> names = new ArrayList<>();
        String text = NAME_OR_LITERAL.matcher(sql).replaceAll(found -> {
            if (found.group(1) == null) {
                return Matcher.quoteReplacement(found.group());
            }
            names.add(found.group(1));
            return "?";
        });
        return new NamedParameterSql(text, names);
    }

    void bind(PreparedStatement statement, Map<String, Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            Object value = values.get(names.get(i));
            if (value instanceof WhereClause.Keys keys) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("bigint", keys.values()));
            } else if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else if (value == null) {
                statement.setString(i + 1, null);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
