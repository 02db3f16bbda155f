package org.parley.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.fault.BadUserInputException;

/** Finds the list of objects whose items become the rows of a table, and names the columns. */
final class TablePlan {

    private static final String SEPARATOR = ".";

    /** The fields from the root to the list of the rows, without the root; empty for one row. */
    final List<TableField> path;
    final List<TableColumn> columns = new ArrayList<>();
    private final Map<String, TableField> names = new HashMap<>();

    private TablePlan(TableField root, List<TableField> path) {
        this.path = path;
        addColumns(root, List.of(), 0);
    }

    /**
     * @param rows the name of the list, such as `meetings.statements`; null for the longest list
     * @param suitable which lists can become rows
     */
    static TablePlan of(TableField root, Object data, String rows, Predicate<TableField> suitable) {
        List<List<TableField>> lists = new ArrayList<>();
        addLists(root, List.of(), lists);
        lists.removeIf(path -> !suitable.test(last(path)));
        if (rows != null) {
            return new TablePlan(root,
                    lists.stream().filter(path -> name(path).equals(rows)).findFirst()
                            .orElseThrow(() -> new BadUserInputException("rows: no list of objects '" + rows + "'; " + (lists.isEmpty()
                                    ? "omit it, because the query has none"
                                    : "send one of " + lists.stream().map(TablePlan::name).distinct().collect(Collectors.joining(", "))))));
        }
        Map<TableField, Integer> lengths = new IdentityHashMap<>();
        measure(root, data, lengths);
        // max() would return the last of several, and the first is the outermost one.
        return new TablePlan(root, lists.stream()
                .reduce((longest, other) -> length(other, lengths) > length(longest, lengths) ? other : longest).orElse(List.of()));
    }

    private static int length(List<TableField> path, Map<TableField, Integer> lengths) {
        return lengths.getOrDefault(last(path), 0);
    }

    private static TableField last(List<TableField> path) {
        return path.get(path.size() - 1);
    }

    private static void addLists(TableField field, List<TableField> path, List<List<TableField>> lists) {
        for (TableField child : field.children()) {
            List<TableField> to = append(path, child);
            if (child.isObjectList()) {
                lists.add(to);
            }
            addLists(child, to, lists);
        }
    }

    /** Finds the number of items of the longest list of each field. */
    private static void measure(TableField field, Object value, Map<TableField, Integer> lengths) {
        Map<String, Object> values = Table.values(value);
        for (TableField child : field.children()) {
            Object below = values.get(child.key);
            if (child.isObjectList() && below instanceof List<?> items) {
                lengths.merge(child, items.size(), Math::max);
                items.forEach(item -> measure(child, item, lengths));
            } else if (!child.leaf && below != null) {
                measure(child, below, lengths);
            }
        }
    }

    /** @param depth the number of fields of the path above these fields; -1 beside it */
    private void addColumns(TableField field, List<TableField> above, int depth) {
        for (TableField child : field.children()) {
            List<TableField> to = append(above, child);
            if (child.leaf) {
                addColumn(child, to);
            } else if (depth >= 0 && depth < path.size() && child == path.get(depth)) {
                addColumns(child, to, depth + 1);
            } else if (isInRow(above) || !child.list) {
                addColumns(child, to, -1);
            }
        }
    }

    /** Whether these are fields of a row: lists beside the rows have no columns, those inside have. */
    private boolean isInRow(List<TableField> fields) {
        return path.isEmpty() || fields.contains(last(path));
    }

    private void addColumn(TableField field, List<TableField> to) {
        List<TableField> inRow = !path.isEmpty() && isInRow(to) ? to.subList(path.size(), to.size()) : to;
        String name = Stream.of(name(inRow), name(to), keys(to)).filter(each -> !names.containsKey(each)).findFirst()
                .orElseGet(() -> keys(to) + SEPARATOR + columns.size());
        names.put(name, field);
        field.column = columns.size();
        columns.add(new TableColumn(name, field, inRow.stream().anyMatch(each -> each.list)));
    }

    private static String name(List<TableField> fields) {
        return fields.stream().filter(field -> !field.unnamed).map(field -> field.key).collect(Collectors.joining(SEPARATOR));
    }

    private static String keys(List<TableField> fields) {
        return fields.stream().map(field -> field.key).collect(Collectors.joining(SEPARATOR));
    }

    private static List<TableField> append(List<TableField> path, TableField field) {
        return Stream.concat(path.stream(), Stream.of(field)).toList();
    }
}
