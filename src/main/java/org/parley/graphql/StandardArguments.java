package org.parley.graphql;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.Map;

/**
 * Arguments that many fields share: their descriptions, in one place, the type of those that the framework cannot write, and how scalars
 * among them are read.
 */
final class StandardArguments extends GraphQLTypeVisitorStub {

    /** The name of a list of ids, of which each is read, and refused, by itself. */
    static final String IDS = "ids";

    private static final Map<String, String> DESCRIPTIONS = Map.of("first",
            "How many items from the start, or behind `after`: 1 to 100, 20 where left out.", "after",
            "A cursor that this list gave: only what stands behind it.", "last",
            "How many items from the end, or before `before`: 1 to 100. Not together with first.", "before",
            "A cursor that this list gave: only what stands before it.", "filter",
            "Which items: all conditions that are given have to hold.", "orderBy", "The order of the items.", "slug", "The record's slug.",
            "on", "Only what held at that day.");

    /** The rooms take a list of ids as texts: the framework's own way to it prints [ID!] and fails when it is called. */
    private static final GraphQLInputType ID_LIST = GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(Scalars.GraphQLID)));

    static GraphQLSchema describe(GraphQLSchema schema) {
        return SchemaTransformer.transformSchema(schema, new StandardArguments());
    }

    /** What is given by default may not be null, and a list holds no nulls: the framework can print neither. */
    private static GraphQLInputType exact(GraphQLInputType type, boolean hasDefault) {
        if (hasDefault && GraphQLTypeUtil.isNullable(type)) {
            return GraphQLNonNull.nonNull(type);
        }
        return type instanceof GraphQLList list && GraphQLTypeUtil.isNullable(list.getWrappedType())
                ? GraphQLList.list(GraphQLNonNull.nonNull(list.getWrappedType())) : type;
    }

    @Override
    public TraversalControl visitGraphQLScalarType(GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLScalarType strict = InputScalars.strict(scalar);
        return strict == scalar ? TraversalControl.CONTINUE : changeNode(context, strict);
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, field.transform(same -> same.type(exact(field.getType(), field.hasSetDefaultValue()))));
    }

    @Override
    public TraversalControl visitGraphQLArgument(GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLInputType type = argument.getName().equals(IDS) ? ID_LIST : exact(argument.getType(), argument.hasSetDefaultValue());
        String description = argument.getDescription() == null ? DESCRIPTIONS.get(argument.getName()) : argument.getDescription();
        return changeNode(context, argument.transform(same -> same.type(type).description(description)));
    }
}
