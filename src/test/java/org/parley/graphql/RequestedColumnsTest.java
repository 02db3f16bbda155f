package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/**
 * Each field that is read from a column returns the same value if it is requested alone as if all are, in every place of the schema that
 * returns the entity. A field whose column was not read would be null or false.
 */
@QuarkusTest
class RequestedColumnsTest {

    /** Each field has an alias, and their number is limited. */
    private static final int MAX_TYPES = 6;

    @Inject
    SessionFactory factory;

    private GraphQLSchema schema;
    private EntityColumns columns;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> set = new HashSet<>();
    private int answered;

    @Test
    void eachColumnIsReadWhenOnlyItsFieldIsRequested() {
        schema = GraphQlClient.schema();
        columns = new EntityColumns(schema, factory);
        QueryWalk walk = new QueryWalk(schema, EveryFieldTest.required());
        for (GraphQLObjectType parent : walk.types().stream().filter(type -> !isPage(type)).toList()) {
            for (GraphQLFieldDefinition field : parent.getFields()) {
                List<String> entities = entities(field);
                for (int i = 0; i < entities.size(); i += MAX_TYPES) {
                    compare(walk.query(parent, field), isPage(QueryWalk.named(field.getType())),
                            entities.subList(i, Math.min(entities.size(), i + MAX_TYPES)));
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(answered > 100, "only " + answered + " fields gave entities");
        TreeSet<String> unset = columns.types().stream().flatMap(type -> columns.keys(type).stream()).filter(key -> !set.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of("Office_period")), unset, "fields that are nowhere set");
    }

    /** Types of pages, which are read together with their items. */
    private static boolean isPage(GraphQLNamedType type) {
        return type.getName().endsWith("Connection") || type.getName().endsWith("Edge");
    }

    /** Returns the types with columns of the values of a field, or of the items of its page. */
    private List<String> entities(GraphQLFieldDefinition field) {
        GraphQLNamedType type = QueryWalk.named(field.getType());
        GraphQLNamedType item = isPage(type) ? QueryWalk.named(((GraphQLObjectType) type).getField("nodes").getType()) : type;
        List<String> possible = item instanceof GraphQLUnionType union ? union.getTypes().stream().map(GraphQLNamedType::getName).toList()
                : item instanceof GraphQLInterfaceType shared
                        ? schema.getImplementations(shared).stream().map(GraphQLNamedType::getName).toList() : List.of(item.getName());
        return possible.stream().filter(columns.types()::contains).toList();
    }

    /** Queries all fields of the entities, then one of each type, until each was queried alone. */
    private void compare(String query, boolean page, List<String> entities) {
        String everything = entities.stream().map(type -> on(type, String.join(" ", columns.fields(type))))
                .collect(Collectors.joining(" "));
        JsonNode whole = ask(query, page, List.of(everything));
        if (page) {
            String cursors = "edges { cursor %s }";
            JsonNode beside = ask(query, false, List.of(String.format(Locale.ROOT, cursors, "node { " + everything + " }")));
            compare("cursor", beside, ask(query, false, List.of(String.format(Locale.ROOT, cursors, ""))), query);
        }
        int most = entities.stream().mapToInt(type -> columns.fields(type).size()).max().orElseThrow();
        for (int i = 0; i < most; i++) {
            int index = i;
            List<String> types = entities.stream().filter(type -> index < columns.fields(type).size()).toList();
            JsonNode alone = ask(query, page, types.stream().map(type -> on(type, columns.fields(type).get(index))).toList());
            for (String type : types) {
                compare(columns.keys(type).get(index), whole, alone, query);
            }
        }
        answered += entities.stream().anyMatch(type -> whole.findValue(columns.keys(type).get(0)) != null) ? 1 : 0;
    }

    private void compare(String key, JsonNode whole, JsonNode alone, String query) {
        List<JsonNode> expected = whole.findValues(key);
        if (!expected.equals(alone.findValues(key))) {
            faults.add(key + " alone: " + alone.findValues(key) + ", beside all others: " + expected + ", of " + query);
        }
        if (expected.stream().anyMatch(RequestedFieldsTest::isSet)) {
            set.add(key);
        }
    }

    private static String on(String type, String fields) {
        return "... on " + type + " { " + fields + " }";
    }

    private JsonNode ask(String query, boolean page, List<String> selections) {
        String selection = String.join(" ", selections);
        String asked = String.format(Locale.ROOT, query, page ? "nodes { " + selection + " }" : selection);
        JsonNode answer = GraphQlClient.ask(asked);
        if (answer.has("errors")) {
            faults.add(answer.at("/errors/0/message").asText() + " " + answer.at("/errors/0/path") + ", of " + asked);
        }
        return answer.path("data");
    }
}
