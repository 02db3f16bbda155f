package org.parley.edit;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import org.parley.seed.read.SeedKind;

/** What mutations give: the revision that was made, and the record as it is now. */
final class PayloadTypes {

    private PayloadTypes() {
    }

    static GraphQLObjectType of(SeedKind kind) {
        String type = InputTypes.capital(kind.word());
        return payload(type + "Payload", "The " + kind.word() + " that was recorded or amended.")
                .field(field(kind.word(), "The " + kind.word() + " as it is now.", GraphQLTypeReference.typeRef(type))).build();
    }

    static GraphQLObjectType ofRecord() {
        return payload("RecordPayload", "The record of which something was attested or resolved.")
                .field(field("record", "The record as it is now.", GraphQLTypeReference.typeRef("Record"))).build();
    }

    static GraphQLObjectType ofRetraction() {
        return payload("RetractionPayload", "The record that was retracted.")
                .field(field(EditPayload.SLUG, "The slug that it had.", GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef("String"))))
                .build();
    }

    private static GraphQLObjectType.Builder payload(String name, String description) {
        return GraphQLObjectType.newObject().name(name).description(description)
                .field(field(EditPayload.REVISION,
                        "The revision that this change made; the one that stood where there was nothing to change.",
                        GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef("String"))))
                .field(field(EditPayload.CHANGE, "What was done, as the record's history has it; null where there was nothing to change.",
                        GraphQLTypeReference.typeRef("Change")))
                .field(field(EditPayload.CLIENT_MUTATION_ID, "As it was sent.", GraphQLTypeReference.typeRef("ID")));
    }

    private static GraphQLFieldDefinition field(String name, String description, GraphQLOutputType type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).description(description).type(type).build();
    }
}
