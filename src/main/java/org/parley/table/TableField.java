package org.parley.table;

import graphql.execution.RawVariables;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A field of an operation, by its key in the response. A field of several fragments is one field with the fields of all. */
final class TableField {

    /** The key in the response; null for the root. */
    final String key;
    /** The name of its type, without list and non-null. */
    final String type;
    final boolean list;
    final boolean leaf;
    /** Whether names of columns leave it out, because it is a part of a connection: `nodes`, `edges` or `node`. */
    final boolean unnamed;
    final Map<String, TableField> fields = new LinkedHashMap<>();
    /** The index of its column; -1 if it has none. */
    int column = -1;

    private TableField(String key, GraphQLType type, boolean unnamed) {
        this.key = key;
        this.type = type == null ? null : GraphQLTypeUtil.unwrapAll(type).getName();
        this.list = isList(type);
        this.leaf = type != null && !(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType);
        this.unnamed = unnamed;
    }

    private static boolean isList(GraphQLType type) {
        return type instanceof GraphQLList || type instanceof GraphQLNonNull required && isList(required.getWrappedType());
    }

    /** Returns the root of an operation, with the fields that its variables include. The operation was executed without errors. */
    static TableField root(GraphQLSchema schema, String document, String operationName, Map<String, Object> variables) {
        TableField root = new TableField(null, null, false);
        root.addAll(schema,
                ExecutableNormalizedOperationFactory
                        .createExecutableNormalizedOperationWithRawVariables(schema, Parser.parse(document), operationName,
                                RawVariables.of(variables), ExecutableNormalizedOperationFactory.Options.defaultOptions())
                        .getTopLevelFields());
        return root;
    }

    private void addAll(GraphQLSchema schema, List<ExecutableNormalizedField> added) {
        for (ExecutableNormalizedField field : added) {
            fields.computeIfAbsent(field.getResultKey(), key -> new TableField(key, field.getType(schema), isConnectionPart(field)))
                    .addAll(schema, field.getChildren());
        }
    }

    private static boolean isConnectionPart(ExecutableNormalizedField field) {
        String owner = field.getObjectTypeNames().iterator().next();
        return switch (field.getFieldName()) {
            case "nodes", "edges" -> owner.endsWith("Connection");
            case "node" -> owner.endsWith("Edge");
            default -> false;
        };
    }

    Collection<TableField> children() {
        return fields.values();
    }

    boolean isObjectList() {
        return list && !leaf;
    }
}
