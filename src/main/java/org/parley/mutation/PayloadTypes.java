package org.parley.mutation;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import org.parley.record.Kind;

/** Generates the GraphQL types of payloads. */
final class PayloadTypes {

    private PayloadTypes() {
    }

    static GraphQLObjectType of(Kind kind) {
        String type = kind.typeName();
        return payload(type + "Payload", "Result of recording or amending a record of the kind `" + kind.name() + "`.")
                .field(field(kind.word(), "The " + kind.word() + " after the change.", GraphQLTypeReference.typeRef(type))).build();
    }

    static GraphQLObjectType ofRecord() {
        return payload("RecordPayload", "Result of `attest` or `resolve`.")
                .field(field("record", "The record after the change.", GraphQLTypeReference.typeRef("AnyRecord"))).build();
    }

    static GraphQLObjectType ofRetraction() {
        return payload("RetractionPayload", "Result of retracting a record.").field(field(MutationPayload.SLUG,
                "Slug of the retracted record.", GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef("String")))).build();
    }

    private static GraphQLObjectType.Builder payload(String name, String description) {
        return GraphQLObjectType.newObject().name(name).description(description)
                .field(field(MutationPayload.REVISION, "The revision made by this change; the current one if there was nothing to change.",
                        GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef("String"))))
                .field(field(MutationPayload.CHANGE, "The change, as in the history of the record; null if there was nothing to change.",
                        GraphQLTypeReference.typeRef("Change")))
                .field(field(MutationPayload.CLIENT_MUTATION_ID, "The value of the argument, as sent.",
                        GraphQLTypeReference.typeRef("ID")));
    }

    private static GraphQLFieldDefinition field(String name, String description, GraphQLOutputType type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).description(description).type(type).build();
    }
}
