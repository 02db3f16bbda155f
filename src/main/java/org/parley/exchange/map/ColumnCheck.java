package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.parley.entry.check.Suggestion;
import org.parley.exchange.read.ForeignFile;
import org.parley.exchange.read.ForeignRow;

/** Reports the columns of a mapping that no row of the file has, unless the mapping lists them as optional. */
final class ColumnCheck {

    /** Rows whose columns a fault names. */
    private static final int SAMPLE = 100;

    private final Mapping mapping;
    private final ForeignFile file;
    private final Scope.Lists lists;
    private final BiConsumer<String, String> faults;

    /**
     * Creates a check.
     *
     * @param faults receives the column and what is wrong with it
     */
    ColumnCheck(Mapping mapping, ForeignFile file, Scope.Lists lists, BiConsumer<String, String> faults) {
        this.mapping = mapping;
        this.file = file;
        this.lists = lists;
        this.faults = faults;
    }

    void check(Mapping.Section section, List<ForeignRow> rows) {
        List<Scope> scopes = rows.stream().map(row -> new Scope(row, lists)).toList();
        section.tree().path("where").fieldNames().forEachRemaining(template -> check(template, scopes));
        section.tree().properties().stream().filter(part -> List.of("fields", "key", "locator").contains(part.getKey()))
                .forEach(part -> check(part.getValue(), scopes));
    }

    private void check(JsonNode node, List<Scope> scopes) {
        if (node.isTextual()) {
            check(node.textValue(), scopes);
        } else if (node.has("rows")) {
            checkList(node, node.get("rows").asText(), scopes);
        } else if (node.isArray()) {
            node.forEach(item -> check(item, scopes));
        } else {
            node.properties().stream().filter(property -> !Expression.CONSTANT.contains(property.getKey()))
                    .forEach(property -> check(property.getValue(), scopes));
        }
    }

    /** Checks the columns of another list of the file, or of a list within the rows. */
    private void checkList(JsonNode object, String list, List<Scope> scopes) {
        List<Scope> items;
        if (object.has("join")) {
            items = file.rows(list).stream().map(row -> new Scope(row, lists)).toList();
            Map.Entry<String, JsonNode> join = object.get("join").properties().iterator().next();
            check(join.getValue(), scopes);
            checkColumn(join.getKey(), items);
        } else {
            items = scopes.stream().flatMap(scope -> scope.items(list).stream()).toList();
            checkColumn(list, scopes);
        }
        object.properties().stream().filter(property -> !List.of("rows", "join").contains(property.getKey()))
                .forEach(property -> check(property.getValue(), items));
    }

    private void check(String template, List<Scope> scopes) {
        for (String column : Expression.inBraces(template)) {
            int dot = column.indexOf('.');
            JsonNode lookup = mapping.lookups().path(dot < 0 ? "" : column.substring(0, dot));
            if (lookup.isObject()) {
                List<Scope> others = file.rows(lookup.path("rows").asText()).stream().map(row -> new Scope(row, lists)).toList();
                checkColumn(lookup.path("by").asText(), scopes);
                checkColumn(lookup.path("key").asText("id"), others);
                checkColumn(column.substring(dot + 1), others);
            } else if (!column.equals("#")) {
                checkColumn(column, scopes);
            }
        }
    }

    private void checkColumn(String column, List<Scope> scopes) {
        if (scopes.isEmpty() || mapping.optional().contains(column) || scopes.stream().anyMatch(scope -> scope.row().has(column))) {
            return;
        }
        Collection<String> columns = scopes.stream().limit(SAMPLE).flatMap(scope -> scope.row().columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        faults.accept(column,
                "is not a column of the file; write " + Suggestion.of(column, columns).orElse("one of " + String.join(", ", columns))
                        + ", or list it as 'optional' in the mapping");
    }
}
