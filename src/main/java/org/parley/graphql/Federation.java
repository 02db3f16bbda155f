package org.parley.graphql;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.Scalars;
import graphql.language.Field;
import graphql.language.Node;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.fault.BadUserInputException;
import org.parley.fault.InputTextRules;

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
    private static final String KEYS = "; send __typename, the type of a record, and its id or slug";
    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\","
            + " import: [\"@key\", \"@shareable\"])\n\n";
    private static final Pattern TYPE = Pattern.compile("(?m)^type (\\w+)[^{\\n]*(?= \\{$)");

    private Federation() {
    }

    /** Whether a document has one of the fields. An invalid document has none. */
    static boolean concerns(String document) {
        if (document == null || !document.contains(ENTITIES) && !document.contains(SERVICE)) {
            return false;
        }
        ParseAndValidateResult parsed = ParseAndValidate.parse(ExecutionInput.newExecutionInput(document).locale(Locale.ROOT).build());
        return !parsed.isFailure() && parsed.getDocument().getDefinitions().stream().flatMap(Federation::rootFields)
                .anyMatch(field -> field.getName().equals(ENTITIES) || field.getName().equals(SERVICE));
    }

    /** Returns the fields of an operation or fragment, without those below them. */
    private static Stream<Field> rootFields(Node<?> definition) {
        List<Node<?>> nodes = new ArrayList<>(List.of(definition));
        for (int i = 0; i < nodes.size(); i++) {
            if (!(nodes.get(i) instanceof Field)) {
                nodes.get(i).getChildren().forEach(nodes::add);
            }
        }
        return nodes.stream().filter(Field.class::isInstance).map(Field.class::cast);
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
        return schema.transform(
                same -> same.query(schema.getQueryType().transform(query -> (introspection ? query.field(service) : query).field(entities)))
                        .codeRegistry(schema.getCodeRegistry()
                                .transform(code -> code.dataFetcher(FieldCoordinates.coordinates("Query", SERVICE), new Service(schema))
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

    /** The fields of `_service`. The schema is printed once, at the first request. */
    private static final class Service implements DataFetcher<Map<String, String>> {

        private final GraphQLSchema schema;
        private Map<String, String> fields;

        private Service(GraphQLSchema schema) {
            this.schema = schema;
        }

        @Override
        public synchronized Map<String, String> get(DataFetchingEnvironment environment) {
            fields = fields == null ? Map.of("sdl", sdl(schema)) : fields;
            return fields;
        }
    }

    /** Returns the id of an entity. Throws a BadUserInputException if the representation has no valid key. */
    static String id(GraphQLSchema schema, Map<?, ?> representation, String path) {
        if (!(representation.get("__typename") instanceof String type)) {
            throw new BadUserInputException(path + ".__typename must be a string, the type of a record" + KEYS);
        }
        if (!isEntity(schema, type)) {
            throw new BadUserInputException(path + ": '" + type + "' is no type of records" + KEYS);
        }
        Object id = representation.get("id");
        Object slug = representation.get("slug");
        if (id == null && slug == null) {
            throw new BadUserInputException(path + " has no key" + KEYS);
        }
        if (!((id == null ? slug : id) instanceof String text)) {
            throw new BadUserInputException(path + (id == null ? ".slug" : ".id") + " must be a string" + KEYS);
        }
        return id == null ? ofSlug(type, text, path + ".slug: ") : checked(type, text, path + ".id: ");
    }

    private static String ofSlug(String type, String slug, String path) {
        InputTextRules.fault(slug).ifPresent(fault -> {
            throw new BadUserInputException(path + fault);
        });
        return new GlobalId(type, slug).encode();
    }

    private static String checked(String type, String id, String path) {
        String named;
        try {
            named = GlobalId.decode(id).type();
        } catch (BadUserInputException e) {
            throw new BadUserInputException(path + e.getMessage());
        }
        if (!named.equals(type)) {
            throw new BadUserInputException(path + "'" + id + "' is the id of " + withArticle(named) + ", not " + withArticle(type));
        }
        return id;
    }

    private static String withArticle(String type) {
        return ("AEIOU".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
    }

    private static boolean isEntity(GraphQLSchema schema, String type) {
        return ((GraphQLUnionType) schema.getType(ENTITY)).getTypes().stream().anyMatch(entity -> entity.getName().equals(type));
    }
}
