package org.parley.table;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.graphql.ObjectValue;

/**
 * A response as a table. Each item of one list is a row. A row has the fields of its item and of the objects around it. Lists in an item
 * are one cell; lists of objects beside the rows are left out. The columns depend on the query, not on the data, once the list is known.
 */
final class Table {

    /** Receives the cells of a row: null, a leaf, or a list of these. */
    interface Row {
        void write(Object[] cells) throws IOException;
    }

    private final TableField root;
    private final TablePlan plan;
    private final Object data;

    private Table(TableField root, TablePlan plan, Object data) {
        this.root = root;
        this.plan = plan;
        this.data = data;
    }

    /** @see TablePlan#of */
    static Table of(GraphQLSchema schema, TableSource source, String rows, Predicate<TableField> suitable) {
        TableField root = TableField.root(schema, source.document(), source.operationName(), source.variables());
        return new Table(root, TablePlan.of(root, source.data(), rows, suitable), source.data());
    }

    List<TableColumn> columns() {
        return plan.columns;
    }

    /** Returns the list of the rows; the root if the table has one row. */
    TableField rows() {
        return plan.path.isEmpty() ? root : plan.path.get(plan.path.size() - 1);
    }

    void forEachRow(Row row) throws IOException {
        write(root, data, 0, new Object[plan.columns.size()], false, row);
    }

    /** @param inList whether the object is in a list, so that it has a row even if it has no items */
    private void write(TableField field, Object object, int depth, Object[] cells, boolean inList, Row row) throws IOException {
        Map<String, Object> values = values(object);
        TableField next = depth == plan.path.size() ? null : plan.path.get(depth);
        fill(field, values, next, cells);
        Object value = next == null ? null : values.get(next.key);
        if (next == null || inList && (value == null || value instanceof List<?> items && items.isEmpty())) {
            row.write(cells);
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                write(next, item, depth + 1, cells.clone(), true, row);
            }
        } else if (value != null) {
            write(next, value, depth + 1, cells, inList, row);
        }
    }

    private static void fill(TableField field, Map<String, Object> values, TableField except, Object[] cells) {
        for (TableField child : field.children()) {
            Object value = values.get(child.key);
            if (child.leaf) {
                set(child, value, cells);
            } else if (child != except && value instanceof List<?>) {
                fillFromList(child, List.of(), value, cells);
            } else if (child != except) {
                fill(child, values(value), null, cells);
            }
        }
    }

    private static void set(TableField leaf, Object value, Object[] cells) {
        if (leaf.column >= 0) {
            cells[leaf.column] = value;
        }
    }

    /** @param path the keys from the items of the list to the field */
    private static void fillFromList(TableField field, List<String> path, Object items, Object[] cells) {
        for (TableField child : field.children()) {
            List<String> to = Stream.concat(path.stream(), Stream.of(child.key)).toList();
            if (child.leaf) {
                set(child, select(items, to), cells);
            } else {
                fillFromList(child, to, items, cells);
            }
        }
    }

    /** Returns the value at a path. For a list, it has one element for each item, so that all columns of a list have the same order. */
    private static Object select(Object value, List<String> path) {
        if (value == null || path.isEmpty()) {
            return value;
        }
        if (value instanceof List<?> items) {
            List<Object> selected = new ArrayList<>(items.size());
            items.forEach(item -> selected.add(select(item, path)));
            return selected;
        }
        Object next = value instanceof ObjectValue object ? object.get(path.get(0)) : values(value).get(path.get(0));
        return select(next, path.subList(1, path.size()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> values(Object object) {
        return object instanceof ObjectValue value ? value.byName() : object == null ? Map.of() : (Map<String, Object>) object;
    }
}
