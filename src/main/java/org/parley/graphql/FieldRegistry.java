package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of the schema with the sources of their values, computed once from SmallRye's model of the resolver methods. */
final class FieldRegistry {

    /** A field of a type. */
    record SchemaField(GraphQLFieldDefinition definition, OutputShape shape, FieldSource source) {}

    /** The introspection fields, which graphql-java resolves. */
    private static final Map<String, SchemaField> INTROSPECTION = Stream
            .of(Introspection.TypeNameMetaFieldDef, Introspection.SchemaMetaFieldDef, Introspection.TypeMetaFieldDef)
            .collect(Collectors.toUnmodifiableMap(GraphQLFieldDefinition::getName,
                    field -> new SchemaField(field, OutputShape.of(field.getType()), new FieldSource.IntrospectionField(field.getName()))));

    private final GraphQLSchema schema;
    private final Map<String, Map<String, SchemaField>> byType = new HashMap<>();
    private final Map<String, Set<String>> contained = new ConcurrentHashMap<>();
    private final Map<Class<?>, GraphQLObjectType> types = new ConcurrentHashMap<>();

    FieldRegistry(GraphQLSchema schema, Schema model, ObjectMapper mapper, List<MutationField> mutations) {
        this.schema = schema;
        put(schema.getQueryType(), model.getQueries(), mapper);
        put(schema.getSubscriptionType(), model.getSubscriptions(), mapper);
        for (Type type : model.getTypes().values()) {
            Class<?> javaType = ResolverMethod.load(type.getClassName());
            GraphQLObjectType owner = schema.getObjectType(PageTypes.renamed(type.getName()));
            for (Field field : type.getFields().values()) {
                put(owner, field.getName(), new PropertyField(owner.getName(), javaType, field));
            }
            put(owner, type.getBatchOperations().values(), mapper);
        }
        mutations.forEach(this::put);
        if (Federation.isIn(schema)) {
            putFederation(model.getQueries(), mapper);
        }
    }

    private void putFederation(Collection<Operation> queries, ObjectMapper mapper) {
        GraphQLObjectType query = schema.getQueryType();
        Operation nodes = queries.stream().filter(operation -> operation.getName().equals("nodes")).findFirst().orElseThrow();
        put(query, Federation.ENTITIES,
                new FieldResolver("Query." + Federation.ENTITIES, new EntitiesMethod(nodes, mapper, schema), false, false, List.of()));
        if (query.getFieldDefinition(Federation.SERVICE) != null) {
            put(query, Federation.SERVICE, new FieldSource.IntrospectionField(Federation.SERVICE));
        }
    }

    /** Registers a mutation and the fields of its payload. */
    private void put(MutationField mutation) {
        put(schema.getMutationType(), mutation.definition().getName(), mutation);
        GraphQLObjectType payload = (GraphQLObjectType) GraphQLTypeUtil
                .unwrapAll(schema.getMutationType().getFieldDefinition(mutation.definition().getName()).getType());
        payload.getFieldDefinitions()
                .forEach(field -> put(payload, field.getName(), PropertyField.ofPayload(payload.getName(), field.getName())));
    }

    private void put(GraphQLObjectType type, Collection<Operation> operations, ObjectMapper mapper) {
        for (Operation operation : operations) {
            put(type, operation.getName(), FieldResolver.of(type.getName(), operation,
                    type.getFieldDefinition(operation.getName()).getType(), new ResolverMethod(operation, mapper)));
        }
    }

    private void put(GraphQLObjectType type, String field, FieldSource source) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field);
        byType.computeIfAbsent(type.getName(), name -> new HashMap<>()).put(field,
                new SchemaField(definition, OutputShape.of(definition.getType()), source));
    }

    /** Returns a field of a type. The document was validated, so that the field exists. */
    SchemaField of(GraphQLObjectType type, String field) {
        SchemaField introspection = INTROSPECTION.get(field);
        return introspection == null ? byType.get(type.getName()).get(field) : introspection;
    }

    List<GraphQLObjectType> possible(GraphQLCompositeType type) {
        return possible(schema, type);
    }

    /** Returns the possible object types of a type. */
    static List<GraphQLObjectType> possible(GraphQLSchema schema, GraphQLCompositeType type) {
        return type instanceof GraphQLUnionType union ? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList()
                : type instanceof GraphQLInterfaceType shared ? schema.getImplementations(shared) : List.of((GraphQLObjectType) type);
    }

    /** Returns the names of all object types that values of a field can contain, directly or in properties. */
    Set<String> containedTypes(SchemaField field) {
        GraphQLCompositeType type = field.shape().composite();
        return type == null ? Set.of() : contained.computeIfAbsent(type.getName(), absent -> {
            Set<String> names = new HashSet<>();
            addContained(type, names);
            return names;
        });
    }

    private void addContained(GraphQLCompositeType container, Set<String> names) {
        for (GraphQLObjectType type : possible(container)) {
            if (names.add(type.getName())) {
                byType.get(type.getName()).values().stream().filter(field -> field.source() instanceof PropertyField)
                        .map(field -> field.shape().composite()).filter(Objects::nonNull).forEach(inner -> addContained(inner, names));
            }
        }
    }

    /** Returns the type of an object of an abstract type: the one that is named as its class. */
    GraphQLObjectType typeOf(Object object) {
        return types.computeIfAbsent(object.getClass(), owner -> schema.getObjectType(owner.getSimpleName()));
    }
}
