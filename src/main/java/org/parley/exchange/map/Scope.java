package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.exchange.read.ForeignFile;
import org.parley.exchange.read.ForeignRow;

/** The columns of a row, and those of the rows of other lists that it refers to. */
final class Scope {

    private final ForeignRow row;
    private final Lists lists;

    /** The other lists of the file, by the column that rows refer to. */
    static final class Lists {

        private final ForeignFile file;
        private final JsonNode lookups;
        private final Map<String, Map<String, List<ForeignRow>>> byColumn = new HashMap<>();

        Lists(ForeignFile file, JsonNode lookups) {
            this.file = file;
            this.lookups = lookups;
        }

        List<ForeignRow> rows(String list, String column, String value) {
            return byColumn.computeIfAbsent(list + "\n" + column, none -> {
                Map<String, List<ForeignRow>> rows = new HashMap<>();
                file.rows(list)
                        .forEach(row -> row.texts(column).forEach(text -> rows.computeIfAbsent(text, key -> new ArrayList<>()).add(row)));
                return rows;
            }).getOrDefault(value, List.of());
        }
    }

    Scope(ForeignRow row, Lists lists) {
        this.row = row;
        this.lists = lists;
    }

    ForeignRow row() {
        return row;
    }

    /** Returns the texts of a column, `lookup.column` for one of another list. */
    List<String> texts(String path) {
        int dot = path.indexOf('.');
        JsonNode lookup = dot < 0 ? null : lists.lookups.get(path.substring(0, dot));
        if (lookup == null) {
            return path.equals("#") ? List.of(String.valueOf(row.number())) : row.texts(path);
        }
        return row.texts(lookup.path("by").asText()).stream()
                .flatMap(key -> lists.rows(lookup.path("rows").asText(), lookup.path("key").asText("id"), key).stream())
                .flatMap(other -> other.texts(path.substring(dot + 1)).stream()).toList();
    }

    /** Returns the scopes of the rows of another list that have the value in the column. */
    List<Scope> joined(String list, String column, String value) {
        return lists.rows(list, column, value).stream().map(other -> new Scope(other, lists)).toList();
    }

    /** Returns the scopes of the objects in a list of the row. */
    List<Scope> items(String list) {
        List<Scope> items = new ArrayList<>();
        JsonNode values = row.values().path(list);
        // An XML element with a single child has no list of them.
        (values.isObject() ? List.of(values) : values)
                .forEach(item -> items.add(new Scope(new ForeignRow(row.number(), row.line(), item), lists)));
        return items;
    }
}
