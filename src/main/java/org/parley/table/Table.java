package org.parley.table;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
            } else if (child != except && value instanceof List<?> items) {
                makeLists(child, cells);
                items.forEach(item -> append(child, item, cells));
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

    private static void makeLists(TableField field, Object[] cells) {
        if (field.leaf) {
            set(field, new ArrayList<>(), cells);
        }
        field.children().forEach(child -> makeLists(child, cells));
    }

    /** Appends the values of an object in a list. One without a value gets null, so that the columns of a list keep the same order. */
    @SuppressWarnings("unchecked")
    private static void append(TableField field, Object object, Object[] cells) {
        Map<String, Object> values = values(object);
        for (TableField child : field.children()) {
            Object value = values.get(child.key);
            List<?> items = value instanceof List<?> list ? list : Arrays.asList(value);
            if (child.leaf && child.column >= 0) {
                ((List<Object>) cells[child.column]).addAll(items);
            } else if (!child.leaf) {
                items.forEach(item -> append(child, item, cells));
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> values(Object object) {
        return object instanceof ObjectValue value ? value.byName() : object == null ? Map.of() : (Map<String, Object>) object;
    }
}
