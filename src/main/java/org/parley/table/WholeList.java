package org.parley.table;

import graphql.execution.RawVariables;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationToAstCompiler;
import graphql.normalized.NormalizedInputValue;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.fault.BadUserInputException;
import org.parley.graphql.Continuation;
import org.parley.paging.PageRequest;

/**
 * Reads all pages of the list of a table. That is the outermost connection around its rows, if it is in no other list and the query states
 * no page size. The first page is read again with more items, because the list is known only after the first response.
 */
public final class WholeList implements Continuation {

    private static final String POSITION = "parleyTablePosition";
    private static final String AFTER = "parleyTableAfter";

    private final GraphQLSchema schema;
    private final TableFormat format;
    private final String document;
    private final String operation;
    private final Map<String, Object> variables;
    private final String rows;
    private final int maxRows;
    private final long maxCost;

    private List<ExecutableNormalizedField> roots;
    /** The fields from the root to the connection; null before the first response. */
    private List<ExecutableNormalizedField> path;
    /** The key of `nodes` or `edges`. */
    private String itemsKey;
    private int size;
    private Object whole;
    private final List<Object> items = new ArrayList<>();

    /**
     * @param rows the list of the rows; null for the longest one
     * @param maxRows the maximum number of items
     * @param maxCost the maximum cost of a document
     */
    public WholeList(GraphQLSchema schema, TableFormat format, TableSource source, String rows, int maxRows, long maxCost) {
        this.schema = schema;
        this.format = format;
        this.document = source.document();
        this.operation = source.operationName();
        this.variables = source.variables();
        this.rows = rows;
        this.maxRows = maxRows;
        this.maxCost = maxCost;
    }

    @Override
    public Part next(Object data, long cost) {
        if (path == null) {
            return first(data, cost);
        }
        whole = whole == null ? data : whole;
        Map<String, Object> page = page(data);
        items.addAll((List<?>) page.get(itemsKey));
        Map<String, Object> position = Table.values(page.get(POSITION));
        boolean more = Boolean.TRUE.equals(position.get("hasNextPage"));
        if (items.size() > maxRows || more && items.size() == maxRows) {
            throw new BadUserInputException(
                    "the list has more than " + maxRows + " rows; filter it, or request its pages with first and after");
        }
        if (!more) {
            page.put(itemsKey, items);
            whole = replaced(whole, 0, page);
            return null;
        }
        return part(List.of(page(0, true)), position.get("endCursor"));
    }

    @Override
    public Object data() {
        return whole;
    }

    private Part first(Object data, long cost) {
        whole = data;
        path = List.of();
        TableField root = TableField.root(schema, document, operation, variables);
        roots = ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(schema, Parser.parse(document),
                operation, RawVariables.of(variables), ExecutableNormalizedOperationFactory.Options.defaultOptions()).getTopLevelFields();
        if (!find(TablePlan.of(root, data, rows, format::isSuitable).path) || page(data).isEmpty()
                || ((List<?>) page(data).get(itemsKey)).size() < PageRequest.DEFAULT_SIZE) {
            return null;
        }
        whole = null;
        size = (int) Math.max(PageRequest.DEFAULT_SIZE,
                Math.min(PageRequest.MAX_SIZE, PageRequest.DEFAULT_SIZE * maxCost / Math.max(1, cost)));
        ExecutableNormalizedField enlarged = page(0, false);
        return part(roots.stream().map(field -> field == path.get(0) ? enlarged : field).toList(), null);
    }

    /** Finds the outermost connection around the rows. Returns whether it can be read as a whole. */
    private boolean find(List<TableField> toRows) {
        List<ExecutableNormalizedField> found = new ArrayList<>();
        List<ExecutableNormalizedField> fields = roots;
        for (TableField field : toRows) {
            if (field.list) {
                itemsKey = field.key;
                break;
            }
            List<ExecutableNormalizedField> same = fields.stream().filter(each -> each.getResultKey().equals(field.key)).toList();
            if (same.size() != 1) {
                return false;
            }
            found.add(same.get(0));
            fields = same.get(0).getChildren();
        }
        if (found.isEmpty() || itemsKey == null) {
            return false;
        }
        ExecutableNormalizedField connection = found.get(found.size() - 1);
        path = found;
        return toRows.get(found.size() - 1).type.endsWith("Connection")
                && Stream.of("first", "last").noneMatch(
                        name -> connection.getNormalizedArgument(name) != null && connection.getNormalizedArgument(name).getValue() != null)
                && !itemsKey.isEmpty()
                && roots.stream().map(field -> String.valueOf(field.getNormalizedArgument("asOf"))).distinct().count() == 1;
    }

    /** Returns a field of the path with the connection's first page, or its next one, without what is beside the path. */
    private ExecutableNormalizedField page(int depth, boolean next) {
        ExecutableNormalizedField field = path.get(depth);
        if (depth < path.size() - 1) {
            ExecutableNormalizedField below = page(depth + 1, next);
            return field.transform(same -> same.children(next ? List.of(below)
                    : field.getChildren().stream().map(child -> child == path.get(depth + 1) ? below : child).toList()));
        }
        Map<String, NormalizedInputValue> arguments = new LinkedHashMap<>(field.getNormalizedArguments());
        arguments.put("first", new NormalizedInputValue("Int", IntValue.of(size)));
        if (next) {
            arguments.put("after", new NormalizedInputValue("String", VariableReference.of(AFTER)));
        }
        String type = field.getChildren().get(0).getObjectTypeNames().iterator().next();
        ExecutableNormalizedField position = ExecutableNormalizedField.newNormalizedField().alias(POSITION).fieldName("pageInfo")
                .objectTypeNames(List.of(type)).level(field.getLevel() + 1).parent(field).build();
        Stream.of("hasNextPage", "endCursor").forEach(name -> position.addChild(ExecutableNormalizedField.newNormalizedField()
                .fieldName(name).objectTypeNames(List.of("PageInfo")).level(field.getLevel() + 2).parent(position).build()));
        return field.transform(same -> same.normalizedArguments(arguments)
                .children(Stream.concat(field.getChildren().stream(), Stream.of(position)).toList()));
    }

    private Part part(List<ExecutableNormalizedField> fields, Object after) {
        Document compiled = ExecutableNormalizedOperationToAstCompiler.compileToDocument(schema, Operation.QUERY, operation, fields, null)
                .getDocument();
        OperationDefinition query = compiled.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        if (after == null) {
            return new Part(AstPrinter.printAst(compiled), Map.of());
        }
        OperationDefinition withCursor = query.transform(same -> same.variableDefinition(
                VariableDefinition.newVariableDefinition().name(AFTER).type(TypeName.newTypeName("String").build()).build()));
        return new Part(AstPrinter.printAst(Document.newDocument().definition(withCursor).build()), Map.of(AFTER, after));
    }

    /** Returns the fields of the connection in a response; empty if an object around it is null. */
    private Map<String, Object> page(Object data) {
        Object object = data;
        for (ExecutableNormalizedField field : path) {
            object = Table.values(object).get(field.getResultKey());
        }
        return new LinkedHashMap<>(Table.values(object));
    }

    private Map<String, Object> replaced(Object object, int depth, Map<String, Object> page) {
        Map<String, Object> copy = new LinkedHashMap<>(Table.values(object));
        copy.compute(path.get(depth).getResultKey(), (key, below) -> depth == path.size() - 1 ? page : replaced(below, depth + 1, page));
        return copy;
    }
}
