package org.parley.graphql;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.fault.BadUserInputException;

/**
 * The schema with the root fields that gateways of Apollo Federation 2 send to a subgraph: every record is an entity, by its id or slug.
 * Only documents with these fields are executed against it, so introspection shows the schema without them.
 *
 * @see <a href="https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec">Subgraph
 *      specification</a>
 */
final class Federation {

    static final String ENTITIES = "_entities";
    static final String SERVICE = "_service";
    static final String REPRESENTATIONS = "representations";

    private static final String ENTITY = "_Entity";
    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\","
            + " import: [\"@key\", \"@shareable\"])\n\n";
    private static final Pattern TYPE = Pattern.compile("(?m)^type (\\w+)[^{\\n]*(?= \\{$)");

    private Federation() {
    }

    /** Whether a document may have one of the fields. */
    static boolean concerns(String document) {
        return document != null && (document.contains(ENTITIES) || document.contains(SERVICE));
    }

    static boolean isIn(GraphQLSchema schema) {
        return schema.getQueryType().getFieldDefinition(ENTITIES) != null;
    }

    /**
     * Returns the schema with the fields.
     *
     * @param introspection whether clients may read the schema
     */
    static GraphQLSchema addTo(GraphQLSchema schema, boolean introspection) {
        GraphQLUnionType.Builder entity = GraphQLUnionType.newUnionType().name(ENTITY);
        entities(schema).forEach(type -> entity.possibleType(GraphQLTypeReference.typeRef(type.getName())));
        GraphQLFieldDefinition entities = GraphQLFieldDefinition.newFieldDefinition().name(ENTITIES)
                .argument(GraphQLArgument.newArgument().name(REPRESENTATIONS)
                        .type(GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(AnyCoercing.SCALAR)))))
                .type(GraphQLNonNull.nonNull(GraphQLList.list(entity.build()))).build();
        GraphQLFieldDefinition service = GraphQLFieldDefinition.newFieldDefinition().name(SERVICE)
                .type(GraphQLNonNull.nonNull(GraphQLObjectType.newObject().name("_Service")
                        .field(GraphQLFieldDefinition.newFieldDefinition().name("sdl").type(GraphQLNonNull.nonNull(Scalars.GraphQLString)))
                        .build()))
                .build();
        DataFetcher<?> sdl = environment -> Map.of("sdl", sdl(schema));
        return schema.transform(
                same -> same.query(schema.getQueryType().transform(query -> (introspection ? query.field(service) : query).field(entities)))
                        .codeRegistry(schema.getCodeRegistry()
                                .transform(code -> code.dataFetcher(FieldCoordinates.coordinates("Query", SERVICE), sdl)
                                        .typeResolver(ENTITY, environment -> null))));
    }

    /** Returns the types of records. */
    private static List<GraphQLObjectType> entities(GraphQLSchema schema) {
        return schema.getImplementations((GraphQLInterfaceType) schema.getType("Node")).stream()
                .sorted(Comparator.comparing(GraphQLObjectType::getName)).toList();
    }

    /** Returns the schema as composition reads it: with the keys of the entities, and the types that other subgraphs define likewise. */
    private static String sdl(GraphQLSchema schema) {
        Map<String, GraphQLObjectType> entities = entities(schema).stream()
                .collect(Collectors.toMap(GraphQLObjectType::getName, type -> type));
        return LINK + TYPE.matcher(SchemaText.of(schema))
                .replaceAll(type -> Matcher.quoteReplacement(type.group()) + (entities.containsKey(type.group(1))
                        ? " @key(fields: \"id\") @key(fields: \"slug\")" : type.group(1).equals("PageInfo") ? " @shareable" : ""));
    }

    /** Returns the ids of entities. Throws a BadUserInputException if a representation has no key. */
    static List<String> ids(GraphQLSchema schema, Object representations) {
        List<String> ids = new ArrayList<>();
        for (Object each : (List<?>) representations) {
            Map<?, ?> representation = (Map<?, ?>) each;
            if (representation.get("__typename") instanceof String type && isEntity(schema, type)) {
                if (representation.get("id") instanceof String id) {
                    // The id of a record of another type is reported as invalid.
                    ids.add(GlobalId.isOf(type, id) ? id : type + " " + id);
                    continue;
                } else if (representation.get("slug") instanceof String slug) {
                    ids.add(new GlobalId(type, slug).encode());
                    continue;
                }
            }
            throw new BadUserInputException(
                    REPRESENTATIONS + "[" + ids.size() + "]: send __typename, the type of a record, and its id or slug.");
        }
        return ids;
    }

    private static boolean isEntity(GraphQLSchema schema, String type) {
        return ((GraphQLUnionType) schema.getType(ENTITY)).getTypes().stream().anyMatch(entity -> entity.getName().equals(type));
    }
}
