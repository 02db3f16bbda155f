package org.parley.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Sends a query, then queries each object with an id in its response again: some alone by `node`, the others together by `nodes`, with the
 * selection of the original query. The results must be equal. Also checks the invariants of all responses.
 */
final class AloneComparison {

    private static final int ALONE = 2;
    private static final int TOGETHER = 25;

    /** The selection on an object, its query, and the moment as of which it was read. */
    private record Place(QueryField field, GraphQLObjectType type, String moment) {}

    private final GraphQLSchema schema;
    private final ResponseCheck check;
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private int queries;
    private int compared;
    private int alone;
    private String query;

    AloneComparison(GraphQLSchema schema, Random random) {
        this.schema = schema;
        this.check = new ResponseCheck(schema, random, this::fault);
        this.random = random;
    }

    List<String> faults() {
        return faults;
    }

    /** Returns the number of compared objects. */
    int compared() {
        return compared;
    }

    /** Returns the number of lists that were paged through. */
    int walked() {
        return check.walked();
    }

    @Override
    public String toString() {
        return queries + " queries, " + compared + " objects compared, " + alone + " of them alone, " + walked() + " lists walked in pages";
    }

    void compare(List<QueryField> fields) {
        queries++;
        query = QueryField.query(fields);
        JsonNode data = answered(query);
        if (data == null) {
            return;
        }
        Map<Place, Map<String, JsonNode>> objects = new LinkedHashMap<>();
        for (QueryField field : fields) {
            String moment = moment(field);
            check.visit(field, data.get(field.key()), moment);
            collect(field, data.get(field.key()), moment, objects);
        }
        objects.forEach(this::askAgain);
        check.walk();
    }

    /** Returns the data of a response; null without data, which is a failure. */
    private JsonNode answered(String asked) {
        JsonNode answer = GraphQlClient.ask(asked);
        if (answer.has("errors")) {
            fault(answer.get("errors").toString(), asked);
            return null;
        }
        return answer.get("data");
    }

    private void fault(String what, String asked) {
        faults.add(what + "\n  asked: " + asked + "\n  of:    " + query);
    }

    private static String moment(QueryField field) {
        return field.arguments().contains("asOf: ") ? field.arguments().replaceAll("(?s)^.*asOf: (\"[^\"]*\").*$", "$1") : "";
    }

    private void collect(QueryField field, JsonNode value, String moment, Map<Place, Map<String, JsonNode>> objects) {
        if (value.isArray()) {
            value.forEach(item -> collect(field, item, moment, objects));
            return;
        }
        GraphQLObjectType type = value.has("__typename") ? field.type(value.get("__typename").asText()) : null;
        if (type == null) {
            return;
        }
        if (value.has("id") && QueryField.isNode(schema, type.getName())) {
            JsonNode known = objects.computeIfAbsent(new Place(field, type, moment), place -> new LinkedHashMap<>())
                    .putIfAbsent(value.get("id").asText(), value);
            if (known != null && !known.equals(value)) {
                fault("two places differ: " + known + " and " + value, query);
            }
        }
        field.below().get(type).forEach(inner -> collect(inner, value.get(inner.key()), moment, objects));
    }

    private void askAgain(Place place, Map<String, JsonNode> expected) {
        List<String> ids = new ArrayList<>(expected.keySet());
        Collections.shuffle(ids, random);
        int some = Math.min(ALONE, ids.size());
        ids.subList(0, some).forEach(id -> askAgain(place, List.of(id), expected));
        for (int from = some; from < ids.size(); from += TOGETHER) {
            askAgain(place, ids.subList(from, Math.min(ids.size(), from + TOGETHER)), expected);
        }
    }

    private void askAgain(Place place, List<String> ids, Map<String, JsonNode> expected) {
        boolean one = ids.size() == 1 && place.moment().isEmpty();
        String name = one ? "node" : "nodes";
        String arguments = one ? "id: \"" + ids.get(0) + '"'
                : QueryWalk.join("ids: " + quoted(ids), place.moment().isEmpty() ? "" : "asOf: " + place.moment());
        String asked = QueryField.again(name + "(" + arguments + ")", place.type(), place.field().below().get(place.type()));
        JsonNode data = answered(asked);
        for (int i = 0; data != null && i < ids.size(); i++) {
            JsonNode again = one ? data.get(name) : data.get(name).get(i);
            if (!expected.get(ids.get(i)).equals(again)) {
                fault("within the query: " + expected.get(ids.get(i)) + "\n  asked again:      " + again, asked);
            }
            compared++;
            alone += ids.size() == 1 ? 1 : 0;
        }
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
