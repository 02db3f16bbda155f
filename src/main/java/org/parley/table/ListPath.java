package org.parley.table;

import graphql.language.IntValue;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.NormalizedInputValue;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parley.graphql.Continuation.Part;

/** The fields from the root to the outermost connection around the rows of a table, and the documents that read more of it. */
final class ListPath {

    /** The additional cost of a document with the position of its page. */
    static final int POSITION_COST = 3;

    private static final String PAGE_INFO = "pageInfo";

    private final GraphQLSchema schema;
    private final List<ExecutableNormalizedField> roots;
    /** By depth, the fields with the same key; several if fragments on different types select them. */
    private final List<List<ExecutableNormalizedField>> levels;
    /** The key of `nodes` or `edges`. */
    private final String itemsKey;
    /** Whether the connection is in another list. */
    private final boolean inList;
    /** The key of the position in the documents of this class. */
    private final String positionKey;

    private ListPath(GraphQLSchema schema, List<ExecutableNormalizedField> roots, List<List<ExecutableNormalizedField>> levels,
            String itemsKey, boolean inList) {
        this.schema = schema;
        this.roots = roots;
        this.levels = levels;
        this.itemsKey = itemsKey;
        this.inList = inList;
        this.positionKey = connections().stream().flatMap(field -> field.getChildren().stream())
                .anyMatch(field -> field.getResultKey().equals(PAGE_INFO)) ? "parleyTablePosition" : PAGE_INFO;
    }

    /** Returns the path to the outermost connection that contains the fields of a table; null if none contains them. */
    static ListPath of(GraphQLSchema schema, List<ExecutableNormalizedField> roots, List<TableField> toRows) {
        List<List<ExecutableNormalizedField>> levels = new ArrayList<>();
        List<ExecutableNormalizedField> fields = roots;
        boolean inList = false;
        for (int i = 0; i < toRows.size() - 1; i++) {
            TableField field = toRows.get(i);
            List<ExecutableNormalizedField> same = fields.stream().filter(each -> each.getResultKey().equals(field.key)).toList();
            levels.add(same);
            fields = same.stream().flatMap(each -> each.getChildren().stream()).toList();
            inList |= field.list;
            TableField items = toRows.get(i + 1);
            if (field.type.endsWith("Connection") && items.list && items.unnamed) {
                return new ListPath(schema, roots, levels, items.key, inList);
            }
        }
        return null;
    }

    /** Whether the query states the size of the page. */
    boolean isPage() {
        return connections().stream().allMatch(ListPath::isPage);
    }

    private static boolean isPage(ExecutableNormalizedField connection) {
        return Stream.of("first", "last").map(connection::getNormalizedArgument)
                .anyMatch(argument -> argument != null && argument.getValue() != null);
    }

    /** Whether all pages can be read. Not the current state beside the one of a moment: no page could be read in the same snapshot. */
    boolean isContinuable() {
        boolean current = PageDocument.isNull(levels.get(0).get(0).getNormalizedArgument("asOf"));
        boolean others = roots.stream().anyMatch(root -> !PageDocument.isNull(root.getNormalizedArgument("asOf")));
        return !inList && !(current && others) && connections().stream().noneMatch(ListPath::isPage);
    }

    private List<ExecutableNormalizedField> connections() {
        return levels.get(levels.size() - 1);
    }

    /** Returns the connections in a response; none if the object around it is null or of another type. */
    List<Map<String, Object>> connections(Object data) {
        List<Object> objects = List.of(data);
        for (List<ExecutableNormalizedField> same : levels) {
            String key = same.get(0).getResultKey();
            objects = objects.stream().map(object -> Table.values(object).get(key))
                    .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value).filter(Objects::nonNull))
                    .filter(Objects::nonNull).map(Object.class::cast).toList();
        }
        return objects.stream().map(Table::values).toList();
    }

    List<?> items(Map<String, Object> connection) {
        return connection.get(itemsKey) instanceof List<?> items ? items : List.of();
    }

    /** Returns the position of a page in a response to a document of this class. */
    Map<String, Object> position(Map<String, Object> connection) {
        return Table.values(connection.get(positionKey));
    }

    /** Returns the data of the first page with the items of all. */
    Map<String, Object> replaced(Object data, List<?> items, Map<String, Object> lastPosition) {
        return replaced(data, 0, items, lastPosition);
    }

    private Map<String, Object> replaced(Object object, int depth, List<?> items, Map<String, Object> lastPosition) {
        Map<String, Object> copy = new LinkedHashMap<>(Table.values(object));
        if (depth < levels.size()) {
            copy.computeIfPresent(levels.get(depth).get(0).getResultKey(), (key, below) -> replaced(below, depth + 1, items, lastPosition));
            return copy;
        }
        copy.put(itemsKey, items);
        connections().stream().flatMap(field -> field.getChildren().stream()).filter(field -> field.getFieldName().equals(PAGE_INFO))
                .forEach(field -> copy.computeIfPresent(field.getResultKey(), (key, first) -> {
                    Map<String, Object> position = new LinkedHashMap<>(Table.values(first));
                    field.getChildren().forEach(child -> position.computeIfPresent(child.getResultKey(),
                            (name, value) -> lastPosition.getOrDefault(child.getFieldName(), value)));
                    return position;
                }));
        return copy;
    }

    /** Returns the document for one page: with all fields of the query for the first one, with only the items for the next ones. */
    Part page(int size, Object after) {
        boolean first = after == null;
        return PageDocument.of(schema, roots.stream().filter(root -> first || levels.get(0).contains(root))
                .map(root -> !levels.get(0).contains(root) ? root : changed(root, 0, first, connection -> {
                    Map<String, NormalizedInputValue> arguments = new LinkedHashMap<>(connection.getNormalizedArguments());
                    arguments.put("first", new NormalizedInputValue("Int", IntValue.of(size)));
                    if (!first) {
                        arguments.put("after", new NormalizedInputValue("String", VariableReference.of(PageDocument.AFTER)));
                    }
                    Stream<ExecutableNormalizedField> children = first ? connection.getChildren().stream() : itemsOf(connection);
                    return connection.transform(same -> same.normalizedArguments(arguments)
                            .children(Stream.concat(children, Stream.of(position(connection))).toList()));
                })).toList(), after);
    }

    /** Returns the document that reads whether the list continues after the page, without its items. */
    Part positions() {
        return PageDocument
                .of(schema,
                        roots.stream()
                                .map(root -> levels.get(0).contains(root)
                                        ? changed(root, 0, true,
                                                connection -> connection.transform(same -> same.children(
                                                        isPage(connection) ? itemsOf(connection).toList() : List.of(position(connection)))))
                                        : root)
                                .toList(),
                        null);
    }

    private Stream<ExecutableNormalizedField> itemsOf(ExecutableNormalizedField connection) {
        return connection.getChildren().stream().filter(field -> field.getResultKey().equals(itemsKey));
    }

    private ExecutableNormalizedField position(ExecutableNormalizedField connection) {
        String type = connection.getChildren().get(0).getObjectTypeNames().iterator().next();
        ExecutableNormalizedField position = ExecutableNormalizedField.newNormalizedField()
                .alias(positionKey.equals(PAGE_INFO) ? null : positionKey).fieldName(PAGE_INFO).objectTypeNames(List.of(type))
                .level(connection.getLevel() + 1).parent(connection).build();
        Stream.of("hasNextPage", "endCursor").forEach(name -> position.addChild(ExecutableNormalizedField.newNormalizedField()
                .fieldName(name).objectTypeNames(List.of("PageInfo")).level(connection.getLevel() + 2).parent(position).build()));
        return position;
    }

    /** @param beside whether to keep fields beside the path */
    private ExecutableNormalizedField changed(ExecutableNormalizedField field, int depth, boolean beside,
            UnaryOperator<ExecutableNormalizedField> change) {
        return depth == levels.size() - 1 ? change.apply(field)
                : field.transform(same -> same.children(field.getChildren().stream().filter(child -> beside || leads(child, depth + 1))
                        .map(child -> leads(child, depth + 1) ? changed(child, depth + 1, beside, change) : child).toList()));
    }

    /** Whether a field is on the path. */
    private boolean leads(ExecutableNormalizedField field, int depth) {
        return levels.get(depth).contains(field)
                && (depth == levels.size() - 1 || field.getChildren().stream().anyMatch(child -> leads(child, depth + 1)));
    }
}
