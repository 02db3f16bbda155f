package org.parley.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Schemas;
import org.parley.record.Field;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.source.AttestationDefinition;

/** Generates the GraphQL input types of mutations from the definitions of the kinds. */
final class InputTypes {

    /** The slug is permanent, and only curators resolve. */
    private static final Set<String> NOT_AMENDED = Set.of("slug", "resolutions");
    private static final Set<String> NOT_RECORDED = Set.of("resolutions");

    /** Names of input types that are already defined. Further uses refer to them by name. */
    private final Set<String> made = new HashSet<>();

    /** Returns the input type of a new record. */
    GraphQLInputType input(Kind kind) {
        ObjectType entry = RecordDefinitions.of(kind).entry();
        GraphQLInputObjectType.Builder type = type(kind.typeName() + "Input", entry.description());
        fields(entry, NOT_RECORDED).forEach(field -> type.field(field(field, field.isRequired())));
        return type.build();
    }

    /** Returns the input type of an amendment. */
    GraphQLInputType amendment(Kind kind) {
        GraphQLInputObjectType.Builder type = type(kind.typeName() + "Amendment", "The fields of the " + kind.word()
                + " to change. An omitted field keeps its value, `null` removes it, a list replaces the whole list.");
        fields(RecordDefinitions.of(kind).entry(), NOT_AMENDED).forEach(field -> type.field(field(field, false)));
        return type.build();
    }

    GraphQLInputType attestations() {
        return GraphQLNonNull.nonNull(type(AttestationDefinition.attestations()));
    }

    private static List<Field> fields(ObjectType type, Set<String> without) {
        return type.written().stream().filter(field -> !without.contains(field.name())).toList();
    }

    private GraphQLInputObjectField field(Field field, boolean required) {
        GraphQLInputType type = type(field);
        return field(field.name(), field.description(), required ? GraphQLNonNull.nonNull(type) : type);
    }

    private GraphQLInputType type(Field field) {
        return switch (field.type()) {
            case CHOICE -> reference(field.values().getSimpleName());
            case CHOICES -> list(reference(field.values().getSimpleName()));
            case FLAG -> reference("Boolean");
            case INTEGER -> reference("Int");
            case NUMBER -> reference("Float");
            case DATE -> date();
            case PERIOD -> period();
            case OBJECT -> object(field.items());
            case OBJECTS -> list(object(field.items()));
            case NAMES, TEXTS, URLS, REFERENCES -> list(reference("String"));
            case SLUG, NAME, TEXT, QUOTATION, URL, CODE, FIELD_NAME, PRINTED, REFERENCE, OFFICE -> reference("String");
        };
    }

    private GraphQLInputType object(ObjectType object) {
        String name = object.typeName() + "Input";
        if (!made.add(name)) {
            return reference(name);
        }
        GraphQLInputObjectType.Builder type = type(name, object.description());
        fields(object, Set.of()).forEach(field -> type.field(field(field, field.isRequired())));
        return type.build();
    }

    private GraphQLInputType date() {
        String name = "PartialDateInput";
        if (!made.add(name)) {
            return reference(name);
        }
        JsonNode date = common("date");
        return type(name, description(date)).field(field("edtf", of(date, "edtf"), GraphQLNonNull.nonNull(reference("String"))))
                .field(field("reading", of(date, "reading"), reference("String")))
                .field(field("inferred", of(date, "inferred"), reference("Boolean"))).build();
    }

    private GraphQLInputType period() {
        String name = "PeriodInput";
        if (!made.add(name)) {
            return reference(name);
        }
        JsonNode period = common("period");
        return type(name, description(period)).field(field("from", of(period, "from"), date())).field(field("to", of(period, "to"), date()))
                .build();
    }

    private static JsonNode common(String form) {
        return Schemas.tree("common.json").at("/$defs/" + form);
    }

    private static String of(JsonNode form, String property) {
        return description(form.path("properties").path(property));
    }

    private static String description(JsonNode form) {
        return form.path("description").textValue();
    }

    private static GraphQLInputObjectType.Builder type(String name, String description) {
        return GraphQLInputObjectType.newInputObject().name(name).description(description);
    }

    private static GraphQLInputObjectField field(String name, String description, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField().name(name).description(description).type(type).build();
    }

    private static GraphQLInputType list(GraphQLInputType items) {
        return GraphQLList.list(GraphQLNonNull.nonNull(items));
    }

    private static GraphQLInputType reference(String name) {
        return GraphQLTypeReference.typeRef(name);
    }
}
