package org.parley.edit;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.seed.read.SeedKind;

/** What is sent of a record: the entry of its kind as the JSON Schema has it, with the enums of this schema. */
final class InputTypes {

    /** A slug names a record for good; a resolution is a curator's. */
    private static final Set<String> NOT_AMENDED = Set.of("slug", "resolutions");
    private static final Set<String> NOT_RECORDED = Set.of("resolutions");

    private final Map<Set<String>, String> enums = new HashMap<>();
    private final Set<String> made = new HashSet<>();

    InputTypes(GraphQLSchema schema) {
        schema.getAllTypesAsList().stream().filter(GraphQLEnumType.class::isInstance).map(GraphQLEnumType.class::cast)
                .forEach(type -> enums.put(
                        type.getValues().stream().map(GraphQLEnumValueDefinition::getName).collect(Collectors.toUnmodifiableSet()),
                        type.getName()));
    }

    /** A whole new record of that kind. */
    GraphQLInputType input(SeedKind kind) {
        SchemaPiece entry = SchemaPiece.of(kind);
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(capital(kind.word()) + "Input")
                .description(entry.description());
        fields(entry, type, property -> !NOT_RECORDED.contains(property));
        return type.build();
    }

    /** What is to be otherwise in a record of that kind. */
    GraphQLInputType amendment(SeedKind kind) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(capital(kind.word()) + "Amendment")
                .description("What is to be otherwise in the " + kind.word()
                        + ": a field left out stays, null takes it away, a list is replaced whole.");
        SchemaPiece.of(kind).properties().forEach((name, property) -> {
            if (!NOT_AMENDED.contains(name)) {
                type.field(
                        GraphQLInputObjectField.newInputObjectField().name(name).description(property.description()).type(type(property)));
            }
        });
        return type.build();
    }

    GraphQLInputType attestations() {
        return GraphQLNonNull.nonNull(type(SchemaPiece.common("attestations")));
    }

    private void fields(SchemaPiece owner, GraphQLInputObjectType.Builder type, Predicate<String> wanted) {
        owner.properties().forEach((name, property) -> {
            if (wanted.test(name)) {
                GraphQLInputType plain = type(property);
                type.field(GraphQLInputObjectField.newInputObjectField().name(name).description(property.description())
                        .type(owner.requires(name) ? GraphQLNonNull.nonNull(plain) : plain));
            }
        });
    }

    private GraphQLInputType type(SchemaPiece piece) {
        if (piece.node().has("enum")) {
            return GraphQLTypeReference.typeRef(named(piece.texts("enum")));
        }
        if (piece.node().has("const")) {
            return GraphQLTypeReference.typeRef("Boolean");
        }
        if (piece.is("array")) {
            return GraphQLList.list(GraphQLNonNull.nonNull(type(piece.items())));
        }
        if (piece.is("object")) {
            return object(piece);
        }
        return piece.is("string") ? GraphQLTypeReference.typeRef("String")
                : piece.is("integer") ? GraphQLTypeReference.typeRef("Int") : GraphQLTypeReference.typeRef("Float");
    }

    private String named(Set<String> values) {
        String name = enums.get(values);
        if (name == null) {
            throw new IllegalStateException("the schema has no enum of the values " + values);
        }
        return name;
    }

    /** The first use makes the type, the others refer to it. */
    private GraphQLInputType object(SchemaPiece piece) {
        String name = piece.name().equals("date") ? "PartialDateInput" : capital(piece.name()) + "Input";
        if (!made.add(name)) {
            return GraphQLTypeReference.typeRef(name);
        }
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(name)
                .description(piece.definition().description());
        fields(piece, type, property -> true);
        return type.build();
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
