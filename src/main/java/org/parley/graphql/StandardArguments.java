package org.parley.graphql;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Completes the schema that SmallRye generates: descriptions without annotations, nullability that SmallRye cannot express, and strict
 * scalars.
 */
final class StandardArguments extends GraphQLTypeVisitorStub {

    /** The name of a list of ids. Each is validated separately. */
    static final String IDS = "ids";

    /** The name of a filter argument. If it is missing or null, the resolver gets an empty filter. */
    static final String FILTER = "filter";

    /** The name of a list of slugs of actors that took part in the same meetings. */
    static final String TOGETHER = "together";

    private static final Map<String, String> DESCRIPTIONS = Map.of("first",
            "Number of items from the start, or after `after`: 1 to 100, by default 20.", "after",
            "Only items after this cursor of the same list.", "last",
            "Number of items from the end, or before `before`: 1 to 100. Not together with `first`.", "before",
            "Only items before this cursor of the same list.", FILTER, "Only items that match. Default: all.", "orderBy",
            "Sort order of the items.", "slug", "Slug of the record.");

    /** The type of `ids`. Resolvers take strings, because SmallRye fails on lists of its own id type. */
    private static final GraphQLInputType ID_LIST = GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(Scalars.GraphQLID)));

    private static final Map<String, String> ROOTS = Map.of("Query", "Reads the record. All fields of a request see the same revision.",
            "Subscription", "Sends changes of the record as they are made.");

    /** The directives of the GraphQL specification. SmallRye adds others. */
    private static final Set<String> DIRECTIVES = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

    private final GraphQLSchema schema;
    private final Descriptions descriptions;

    private StandardArguments(GraphQLSchema schema, Descriptions descriptions) {
        this.schema = schema;
        this.descriptions = descriptions;
    }

    /** Completes the schema and removes SmallRye's own directives, which are not used. */
    static GraphQLSchema describe(GraphQLSchema schema, Descriptions descriptions) {
        GraphQLSchema described = SchemaTransformer.transformSchema(schema, new StandardArguments(schema, descriptions));
        return described.transform(builder -> {
            builder.clearDirectives();
            described.getDirectives().stream().filter(directive -> DIRECTIVES.contains(directive.getName()))
                    .forEach(builder::additionalDirective);
        });
    }

    /** An argument with a default is non-null, and so are the items of a list. SmallRye can express neither. */
    private static GraphQLInputType exact(GraphQLInputType type, boolean hasDefault) {
        if (hasDefault && GraphQLTypeUtil.isNullable(type)) {
            return GraphQLNonNull.nonNull(type);
        }
        return type instanceof GraphQLList list && GraphQLTypeUtil.isNullable(list.getWrappedType())
                ? GraphQLList.list(GraphQLNonNull.nonNull(reference(list.getWrappedType()))) : type;
    }

    /** Refers to an input type by name, because it may contain itself. */
    private static GraphQLType reference(GraphQLType type) {
        return type instanceof GraphQLInputObjectType object ? GraphQLTypeReference.typeRef(object.getName()) : type;
    }

    @Override
    public TraversalControl visitGraphQLObjectType(GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLObjectType renamed = PageTypes.renamed(type);
        String description = ROOTS.containsKey(type.getName()) ? ROOTS.get(type.getName()) : descriptions.of(type.getName());
        return changeNode(context, description == null ? renamed : renamed.transform(same -> same.description(description)));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (field.getDescription() != null || !(context.getParentNode() instanceof GraphQLNamedType type)) {
            return TraversalControl.CONTINUE;
        }
        return changeNode(context, field.transform(same -> same.description(description(type, field.getName()))));
    }

    /** Returns the description of a field. A field of an interface has that of the types that implement the interface. */
    private String description(GraphQLNamedType type, String field) {
        if (!(type instanceof GraphQLInterfaceType shared)) {
            return descriptions.of(type.getName() + "." + field);
        }
        return schema.getImplementations(shared).stream().map(each -> each.getFieldDefinition(field).getDescription())
                .filter(Objects::nonNull).findFirst()
                .orElseGet(() -> descriptions.of(schema.getImplementations(shared).get(0).getName() + "." + field));
    }

    @Override
    public TraversalControl visitGraphQLScalarType(GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLScalarType strict = InputScalars.strict(scalar);
        return strict == scalar ? TraversalControl.CONTINUE : changeNode(context, strict);
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLInputType type = exact(field.getType(), field.hasSetDefaultValue());
        // Otherwise the transformed field would contain the type instead of its name, and graphql-java rejects a type that contains itself.
        return type == field.getType() ? TraversalControl.CONTINUE : changeNode(context, field.transform(same -> same.type(type)));
    }

    @Override
    public TraversalControl visitGraphQLArgument(GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLInputType type = argument.getName().equals(IDS) ? ID_LIST : exact(argument.getType(), argument.hasSetDefaultValue());
        String description = argument.getDescription() == null ? DESCRIPTIONS.get(argument.getName()) : argument.getDescription();
        return changeNode(context, argument.transform(same -> same.type(type).description(description)));
    }
}
