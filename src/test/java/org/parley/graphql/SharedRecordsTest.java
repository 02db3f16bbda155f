package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that several parents of a list share returns the same lists as when it is queried alone. */
@QuarkusTest
class SharedRecordsTest {

    private static final String CONNECTION = "(first: 2) { totalCount edges { cursor } nodes { __typename } pageInfo { hasNextPage endCursor } }";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Actor | meetings(first: 20) { nodes { mediators { %s } } }",
            "Actor | meetings(first: 20) { nodes { hosts { %s } } }", "Actor | meetings(first: 20) { nodes { leaders { %s } } }",
            "Actor | meetings(first: 20) { nodes { participations { actor { %s } } } }",
            "Actor | statements(first: 20) { nodes { speakers { %s } } }", "Actor | statements(first: 20) { nodes { addressees { %s } } }",
            "Actor | agreements(first: 20) { nodes { parties { %s } } }", "Actor | events(first: 20) { nodes { actors { %s } } }",
            "Actor | figures(first: 20) { nodes { of { %s } } }", "Actor | figures(first: 20) { nodes { reportedBy { %s } } }",
            "Actor | hostings(first: 30) { nodes { leader { %s } } }", "Issue | meetings(first: 30) { nodes { issues { %s } } }",
            "Issue | statements(first: 30) { nodes { issues { %s } } }",
            "Statement | statements(first: 60, filter: {isReply: true}) { nodes { inReplyTo { %s } } }",
            "Statement | statements(first: 20, filter: {isReply: true}) { nodes { thread { %s } } }",
            "Statement | meetings(first: 60) { nodes { proposedIn { %s } } }",
            "Source | meetings(first: 30) { nodes { attestations { source { %s } } } }",
            "Position | statements(first: 8, filter: {isReply: true}) { nodes { inReplyTo { points { %s } } } }"})
    void returnsTheSameAsAlone(String type, String list) {
        int compared = 0;
        int shared = 0;
        for (GraphQLFieldDefinition field : GraphQlClient.schema().getObjectType(type).getFields()) {
            if (GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))) {
                continue;
            }
            String asked = "id " + field.getName() + selection(field);
            Map<String, List<JsonNode>> found = byId(GraphQlClient.data("{ " + String.format(Locale.ROOT, list, asked) + " }"),
                    field.getName());
            for (Map.Entry<String, List<JsonNode>> each : found.entrySet()) {
                assertEquals(1, new HashSet<>(each.getValue()).size(), () -> field.getName() + " differs from place to place");
                shared += each.getValue().size() > 1 ? 1 : 0;
            }
            for (String id : found.keySet().stream().limit(2).toList()) {
                JsonNode alone = GraphQlClient.data("{ node(id: \"" + id + "\") { ... on " + type + " { " + asked + " } } }").get("node");
                assertEquals(alone, found.get(id).get(0), () -> type + "." + field.getName());
                compared++;
            }
        }
        assertTrue(compared > 0 && shared > 0, "no record is reached under several parents");
    }

    private static String selection(GraphQLFieldDefinition field) {
        return field.getArgument("after") == null ? " { __typename }" : CONNECTION;
    }

    /** Returns the objects of a response with this field, by id. */
    private static Map<String, List<JsonNode>> byId(JsonNode answer, String field) {
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        collect(answer, field, found);
        return found;
    }

    private static void collect(JsonNode value, String field, Map<String, List<JsonNode>> found) {
        if (value.has("id") && value.has(field)) {
            found.computeIfAbsent(value.get("id").asText(), absent -> new ArrayList<>()).add(value);
        } else {
            value.forEach(inner -> collect(inner, field, found));
        }
    }
}
