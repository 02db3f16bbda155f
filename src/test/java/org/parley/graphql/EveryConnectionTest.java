package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every connection of the schema is paged in both directions. */
@QuarkusTest
class EveryConnectionTest {

    private static final Set<String> PAGE_ARGUMENTS = Set.of("first", "after", "last", "before");
    private static final int MANY = 40;

    /** Lists that are short for the first records of the data set, like each history after a load. */
    private static final Set<String> SHORT = Set.of("Actor.mentionedIn", "Statement.referredToIn", "Statement.replies");

    private QueryWalk walk;

    @BeforeEach
    void walk() {
        walk = new QueryWalk(GraphQlClient.schema(), EveryFieldTest.required());
    }

    private void forEachConnection(BiConsumer<GraphQLObjectType, GraphQLFieldDefinition> test) {
        walk.types().forEach(
                type -> type.getFields().stream().filter(field -> QueryWalk.named(field.getType()).getName().endsWith("Connection"))
                        .forEach(field -> test.accept(type, field)));
    }

    @Test
    void takesAllPageArguments() {
        Set<String> lacking = new TreeSet<>();
        forEachConnection((type, field) -> {
            Set<String> arguments = field.getArguments().stream().map(GraphQLArgument::getName).collect(Collectors.toSet());
            if (!arguments.containsAll(PAGE_ARGUMENTS)) {
                lacking.add(type.getName() + "." + field.getName());
            }
        });
        assertEquals(Set.of(), lacking);
    }

    @Test
    void backwardIsTheReverseOfForward() {
        Set<String> tooShort = new TreeSet<>();
        forEachConnection((type, field) -> {
            String name = type.getName() + "." + field.getName();
            List<JsonNode> lists = lists(type, field, "first: " + MANY);
            int longest = 0;
            for (int i = 1; i < lists.size(); i++) {
                longest = lists.get(i).get("edges").size() > lists.get(longest).get("edges").size() ? i : longest;
            }
            List<String> forward = forward(type, field, longest);
            assertEquals(lists.get(longest).get("edges").findValuesAsText("cursor"), forward, name);
            assertEquals(forward.subList(0, forward.size() - 1), backward(type, field, longest, forward.get(forward.size() - 1)), name);
            if (forward.size() < 2 && !name.endsWith(".history")) {
                tooShort.add(name);
            }
        });
        assertEquals(SHORT, tooShort);
    }

    private List<String> forward(GraphQLObjectType type, GraphQLFieldDefinition field, int list) {
        List<String> cursors = new ArrayList<>();
        JsonNode page = lists(type, field, "first: 7").get(list);
        while (cursors.addAll(page.get("edges").findValuesAsText("cursor")) && cursors.size() < MANY
                && page.at("/pageInfo/hasNextPage").asBoolean()) {
            page = lists(type, field, "first: " + Math.min(7, MANY - cursors.size()) + ", after: " + page.at("/pageInfo/endCursor"))
                    .get(list);
        }
        return cursors;
    }

    private List<String> backward(GraphQLObjectType type, GraphQLFieldDefinition field, int list, String from) {
        List<String> cursors = new ArrayList<>();
        String before = '"' + from + '"';
        boolean more = true;
        while (more) {
            JsonNode page = lists(type, field, "last: 9, before: " + before).get(list);
            assertTrue(page.at("/pageInfo/hasNextPage").asBoolean());
            List<String> some = new ArrayList<>(page.get("edges").findValuesAsText("cursor"));
            Collections.reverse(some);
            cursors.addAll(some);
            before = page.at("/pageInfo/startCursor").toString();
            more = page.at("/pageInfo/hasPreviousPage").asBoolean();
        }
        Collections.reverse(cursors);
        return cursors;
    }

    /** Returns this page of the list of each parent. */
    private List<JsonNode> lists(GraphQLObjectType type, GraphQLFieldDefinition field, String page) {
        return GraphQlClient.data(walk.query(type, field, List.of(QueryWalk.join(walk.required(field), page)))).findValues("a0");
    }
}
