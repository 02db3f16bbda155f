package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every field of the schema with where its values come from, worked out once from the framework's model of the rooms' methods. */
final class ServedFields {

    /** A field of a type. */
    record ServedField(GraphQLFieldDefinition definition, Shape shape, FieldSource source) {}

    /** What every type, and the root, has of itself. What is asked of the schema is answered by the engine. */
    private static final Map<String, ServedField> OF_SCHEMA = Stream
            .of(Introspection.TypeNameMetaFieldDef, Introspection.SchemaMetaFieldDef, Introspection.TypeMetaFieldDef)
            .collect(Collectors.toUnmodifiableMap(GraphQLFieldDefinition::getName,
                    field -> new ServedField(field, Shape.of(field.getType()), new FieldSource.OfSchema(field.getName()))));

    private final GraphQLSchema schema;
    private final Map<String, Map<String, ServedField>> byType = new HashMap<>();
    private final Map<Class<?>, GraphQLObjectType> types = new ConcurrentHashMap<>();

    ServedFields(GraphQLSchema schema, Schema model, ObjectMapper mapper, List<Mutation> mutations) {
        this.schema = schema;
        put(schema.getQueryType(), model.getQueries(), mapper);
        put(schema.getSubscriptionType(), model.getSubscriptions(), mapper);
        for (Type type : model.getTypes().values()) {
            Class<?> owner = Resolver.load(type.getClassName());
            for (Field field : type.getFields().values()) {
                put(schema.getObjectType(type.getName()), field.getName(), new Property(owner, field));
            }
            put(schema.getObjectType(type.getName()), type.getBatchOperations().values(), mapper);
        }
        mutations.forEach(this::put);
    }

    /** A mutation, and what is read of its payload. */
    private void put(Mutation mutation) {
        put(schema.getMutationType(), mutation.definition().getName(), mutation);
        GraphQLObjectType payload = (GraphQLObjectType) GraphQLTypeUtil
                .unwrapAll(schema.getMutationType().getFieldDefinition(mutation.definition().getName()).getType());
        payload.getFieldDefinitions()
                .forEach(field -> put(payload, field.getName(), Property.ofPayload(payload.getName(), field.getName())));
    }

    private void put(GraphQLObjectType type, Collection<Operation> operations, ObjectMapper mapper) {
        for (Operation operation : operations) {
            put(type, operation.getName(), Resolution.of(type.getName(), operation, type.getFieldDefinition(operation.getName()).getType(),
                    new Resolver(operation, mapper)));
        }
    }

    private void put(GraphQLObjectType type, String field, FieldSource source) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field);
        byType.computeIfAbsent(type.getName(), name -> new HashMap<>()).put(field,
                new ServedField(definition, Shape.of(definition.getType()), source));
    }

    /** The field of that name of a type; the document was checked against the schema before. */
    ServedField of(GraphQLObjectType type, String field) {
        ServedField ofSchema = OF_SCHEMA.get(field);
        return ofSchema == null ? byType.get(type.getName()).get(field) : ofSchema;
    }

    /** The type of an object that may have several: the one named as its class. */
    GraphQLObjectType typeOf(Object object) {
        return types.computeIfAbsent(object.getClass(), owner -> schema.getObjectType(owner.getSimpleName()));
    }
}
