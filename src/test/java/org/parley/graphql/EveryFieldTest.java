package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field of the schema returns data, with each argument and each condition of its filter alone and with all of them together. */
@QuarkusTest
class EveryFieldTest {

    private static final int AT_ONCE = 10;

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyFieldAnswers() {
        GraphQLSchema schema = GraphQlClient.schema();
        QueryWalk walk = new QueryWalk(schema, required());
        for (GraphQLObjectType type : walk.types()) {
            for (GraphQLFieldDefinition field : type.getFields()) {
                JsonNode answer = ask(walk, type, field, walk.arguments(field));
                if (field.getArgument("after") != null) {
                    List<String> cursors = answer.findValuesAsText("endCursor").stream().filter(cursor -> !cursor.equals("null")).toList();
                    assertTrue(!cursors.isEmpty(), () -> type.getName() + "." + field.getName() + " gave no cursor to go on from");
                    ask(walk, type, field, walk.paging(field, cursors.get(0)));
                }
            }
        }
        assertEquals(List.of(), faults);
        assertReached(schema, walk);
    }

    /** Sends queries with all these argument lists, several per request. Returns the first response. */
    private JsonNode ask(QueryWalk walk, GraphQLObjectType type, GraphQLFieldDefinition field, List<String> arguments) {
        JsonNode first = null;
        for (int from = 0; from < arguments.size(); from += AT_ONCE) {
            String query = walk.query(type, field, arguments.subList(from, Math.min(from + AT_ONCE, arguments.size())));
            JsonNode answer = GraphQlClient.ask(query);
            if (answer.has("errors")) {
                faults.add(answer.at("/errors/0/path") + " " + answer.at("/errors/0/message").asText() + ": " + query);
            }
            first = first == null ? answer : first;
        }
        return first;
    }

    /** Values of required arguments, from the loaded data. */
    static Map<String, List<String>> required() {
        Map<String, List<String>> values = new HashMap<>();
        Stream.of("actor", "meeting", "statement", "agreement", "event", "issue", "track", "source", "place", "figure")
                .forEach(kind -> values.put(kind + ".slug",
                        List.of(GraphQlClient.data("{ " + kind + "s(first: 1) { nodes { slug } } }").findValue("slug").toString())));
        String id = GraphQlClient.data("{ meetings(first: 1) { nodes { id } } }").findValue("id").toString();
        values.put("node.id", List.of(id));
        values.put("nodes.ids", List.of("[" + id + "]"));
        values.put("byIdentifier.scheme", List.of("\"wikidata\""));
        values.put("byIdentifier.value", List.of("\"Q399\""));
        values.put("search.text", List.of("\"Karabakh\""));
        return values;
    }

    /** A type without a path would not be tested. */
    private static void assertReached(GraphQLSchema schema, QueryWalk walk) {
        TreeSet<String> unreached = new TreeSet<>();
        schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLObjectType && !type.getName().startsWith("__") && !walk.types().contains(type))
                .filter(type -> type != schema.getMutationType() && type != schema.getSubscriptionType()
                        && !type.getName().endsWith("Payload"))
                .forEach(type -> unreached.add(type.getName()));
        assertEquals(new TreeSet<>(), unreached);
    }
}
