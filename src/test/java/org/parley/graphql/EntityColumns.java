package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.parley.persistence.ReadFor;

/** The fields of each entity's type that are read from columns. */
final class EntityColumns {

    private final GraphQLSchema schema;
    private final Map<String, List<String>> byType = new TreeMap<>();

    EntityColumns(GraphQLSchema schema, SessionFactory factory) {
        this.schema = schema;
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            if (!entity.getJavaType().isAnnotationPresent(ReadFor.class)) {
                TreeSet<String> fields = new TreeSet<>();
                for (Class<?> owner = entity.getJavaType(); owner != null; owner = owner.getSuperclass()) {
                    Stream.of(owner.getDeclaredFields()).flatMap(attribute -> shownIn(attribute, entity.getName())).forEach(fields::add);
                }
                byType.put(entity.getName(), List.copyOf(fields));
            }
        }
    }

    /** Returns the fields that show an attribute; none if it is hidden. */
    private Stream<String> shownIn(Field attribute, String type) {
        ReadFor condition = attribute.getAnnotation(ReadFor.class);
        if (condition != null && condition.value().length > 0) {
            return Stream.of(condition.value());
        }
        String own = attribute.getName().replaceFirst("Key$", "");
        return schema.getObjectType(type).getField(own) == null ? Stream.of() : Stream.of(own);
    }

    /** Returns the names of the types. */
    List<String> types() {
        return List.copyOf(byType.keySet());
    }

    /** Returns the fields of a type, each under its response key. */
    List<String> fields(String type) {
        return byType.getOrDefault(type, List.of()).stream().map(field -> key(type, field) + ": " + selected(type, field)).toList();
    }

    /** Returns the fields of a type, with response keys only if the types of a union could not select them together. */
    List<String> fieldsOfUnion(String type) {
        return byType.getOrDefault(type, List.of()).stream()
                .map(field -> (isAmbiguous(field) ? key(type, field) + ": " : "") + selected(type, field)).toList();
    }

    private boolean isAmbiguous(String field) {
        return byType.keySet().stream().map(type -> schema.getObjectType(type).getFieldDefinition(field)).filter(Objects::nonNull)
                .map(definition -> GraphQLTypeUtil.simplePrint(definition.getType())).distinct().count() > 1;
    }

    /** Returns the response keys of the fields of a type. */
    List<String> keys(String type) {
        return byType.get(type).stream().map(field -> key(type, field)).toList();
    }

    private static String key(String type, String field) {
        return type + "_" + field;
    }

    /** Returns the field with the leaves of its value. */
    private String selected(String type, String field) {
        return field + selection(GraphQLTypeUtil.unwrapAll(schema.getObjectType(type).getFieldDefinition(field).getType()));
    }

    /** Returns `slug` for a record; otherwise all leaves of a value, or those of its objects if it has none. */
    static String selection(GraphQLType type) {
        if (!(type instanceof GraphQLObjectType object)) {
            return GraphQLTypeUtil.isLeaf(type) ? "" : " { __typename }";
        }
        if (object.getField("slug") != null) {
            return " { slug }";
        }
        List<GraphQLFieldDefinition> leaves = object.getFields().stream()
                .filter(field -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))).toList();
        return (leaves.isEmpty() ? object.getFields() : leaves).stream()
                .map(field -> field.getName() + selection(GraphQLTypeUtil.unwrapAll(field.getType())))
                .collect(Collectors.joining(" ", " { ", " }"));
    }
}
