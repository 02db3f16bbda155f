package org.parley.table;

import graphql.execution.RawVariables;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.graphql.Continuation;
import org.parley.paging.PageRequest;

/**
 * Reads all pages of the list of a table, if the query states no page size. The first page is read again with more items, because the list
 * is known only after the first response, and in the snapshot of the next pages, of which only the items are read. If the pages of a list
 * cannot be read, the query is rejected when there is a second one.
 */
public final class WholeList implements Continuation {

    private final GraphQLSchema schema;
    private final TableFormat format;
    private final TableSource source;
    private final String rows;
    private final int maxItems;
    private final long maxCost;

    /** The data of the first page, and of all pages after the last one. */
    private Object whole;
    private ListPath path;
    private int size;
    private final List<Object> items = new ArrayList<>();

    /**
     * @param rows the list of the rows; null for the longest one
     * @param maxItems the maximum number of items
     * @param maxCost the maximum cost of a document
     */
    public WholeList(GraphQLSchema schema, TableFormat format, TableSource source, String rows, int maxItems, long maxCost) {
        this.schema = schema;
        this.format = format;
        this.source = source;
        this.rows = rows;
        this.maxItems = maxItems;
        this.maxCost = maxCost;
    }

    @Override
    public Part next(Object data, long cost) {
        if (whole == null) {
            return first(data, cost);
        }
        if (!path.isContinuable()) {
            return rejectMore(data);
        }
        whole = items.isEmpty() ? data : whole;
        if (path.connections(data).isEmpty()) {
            return null;
        }
        Map<String, Object> page = path.connections(data).get(0);
        items.addAll(path.items(page));
        Map<String, Object> position = path.position(page);
        boolean more = hasMore(page);
        if (items.size() > maxItems || more && items.size() == maxItems) {
            throw new BadUserInputException(
                    "the list has more than " + maxItems + " items; filter it, or request its pages with first and after");
        }
        if (more) {
            return path.page(size, position.get("endCursor"));
        }
        whole = path.replaced(whole, items, position);
        return null;
    }

    @Override
    public Object data() {
        return whole;
    }

    private Part first(Object data, long cost) {
        whole = data;
        TableField root = TableField.root(schema, source.document(), source.operationName(), source.variables());
        List<ExecutableNormalizedField> roots = ExecutableNormalizedOperationFactory
                .createExecutableNormalizedOperationWithRawVariables(schema, Parser.parse(source.document()), source.operationName(),
                        RawVariables.of(source.variables()), ExecutableNormalizedOperationFactory.Options.defaultOptions())
                .getTopLevelFields();
        path = ListPath.of(schema, roots, TablePlan.of(root, data, rows, format::isSuitable).path);
        if (path == null || path.isPage()
                || path.connections(data).stream().allMatch(page -> path.items(page).size() < PageRequest.DEFAULT_SIZE)) {
            return null;
        }
        if (!path.isContinuable()) {
            return path.positions();
        }
        size = (int) Math.max(1,
                Math.min(PageRequest.MAX_SIZE, PageRequest.DEFAULT_SIZE * (maxCost - ListPath.POSITION_COST) / Math.max(1, cost)));
        return path.page(size, null);
    }

    private Part rejectMore(Object data) {
        if (path.connections(data).stream().anyMatch(this::hasMore)) {
            throw new BadUserInputException("the list of the rows has more than one page, and its next pages cannot be read in a list or "
                    + "beside fields as of another moment; state `first`, or request the list alone");
        }
        return null;
    }

    private boolean hasMore(Map<String, Object> page) {
        return Boolean.TRUE.equals(path.position(page).get("hasNextPage"));
    }
}
