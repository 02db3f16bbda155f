package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.graphql.GraphQlClient;

/** No mutation of the schema is executed for anonymous clients or without the required role. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class EveryMutationNeedsATokenTest {

    private static List<GraphQLFieldDefinition> mutations() {
        return GraphQlClient.schema().getMutationType().getFieldDefinitions();
    }

    private static boolean needsCurator(GraphQLFieldDefinition mutation) {
        return mutation.getName().startsWith("retract") || mutation.getName().equals("resolve");
    }

    private static String document(GraphQLFieldDefinition mutation) {
        String arguments = mutation.getArguments().stream().map(argument -> argument.getName() + ": " + value(argument.getType(), 0))
                .collect(Collectors.joining(", "));
        return "mutation { " + mutation.getName() + "(" + arguments + ") { __typename } }";
    }

    /** Returns a value of the type. */
    private static String value(GraphQLInputType type, int depth) {
        if (GraphQLTypeUtil.isNonNull(type)) {
            return value((GraphQLInputType) GraphQLTypeUtil.unwrapOne(type), depth);
        }
        if (GraphQLTypeUtil.isList(type)) {
            return "[" + value((GraphQLInputType) GraphQLTypeUtil.unwrapOne(type), depth) + "]";
        }
        GraphQLUnmodifiedType named = GraphQLTypeUtil.unwrapAll(type);
        if (named instanceof GraphQLEnumType options) {
            return options.getValues().get(0).getName();
        }
        if (named instanceof GraphQLInputObjectType object) {
            return object.getFields().stream().filter(field -> depth == 0 || GraphQLTypeUtil.isNonNull(field.getType()))
                    .map(field -> field.getName() + ": " + value(field.getType(), depth + 1)).collect(Collectors.joining(", ", "{", "}"));
        }
        return switch (named.getName()) {
            case "Int", "Float" -> "1";
            case "Boolean" -> "true";
            default -> "\"token-test\"";
        };
    }

    private static void assertRejected(String code, Editor editor, String document) {
        JsonNode answer = editor.send(document);
        assertEquals(code, answer.at("/errors/0/extensions/code").asText(), () -> document + " answered " + answer);
        assertFalse(answer.has("data"), () -> document + " answered " + answer);
    }

    private static String revision() {
        return Editor.NOBODY.data("{ dataset { revision counts { type count } } }").toString();
    }

    @Test
    void noMutationWritesWithoutAToken() {
        String before = revision();
        List<GraphQLFieldDefinition> mutations = mutations();
        assertTrue(mutations.size() > 30, mutations.size() + " mutations");
        for (GraphQLFieldDefinition mutation : mutations) {
            String document = document(mutation);
            assertRejected("UNAUTHENTICATED", Editor.NOBODY, document);
            assertRejected("FORBIDDEN", Editor.READER, document);
            if (needsCurator(mutation)) {
                assertRejected("FORBIDDEN", Editor.ANA, document);
            }
            Editor.NOBODY.request().queryParam("query", document).get("/graphql").then().statusCode(405);
        }
        assertEquals(before, revision());
    }

    /** Asserts that all were rejected for missing rights, and for nothing else. */
    @Test
    void permittedMutationsAreExecuted() {
        for (GraphQLFieldDefinition mutation : mutations()) {
            String code = (needsCurator(mutation) ? Editor.CURATOR : Editor.ANA).send(document(mutation)).at("/errors/0/extensions/code")
                    .asText();
            assertTrue(List.of("", "BAD_USER_INPUT", "CONFLICT").contains(code), () -> document(mutation) + ": " + code);
        }
    }

    /** A mutation that is not permitted prevents the others of its document. */
    @Test
    void oneForbiddenMutationRejectsTheDocument() {
        String before = revision();
        assertRejected("FORBIDDEN", Editor.ANA, "mutation { recordPlace(input: {slug: \"never\", name: \"Never\"}) { revision }"
                + " ...More } fragment More on Mutation { retractPlace(slug: \"brussels\", revision: \"1\", why: \"x\") { revision } }");
        assertEquals(before, revision());
    }
}
