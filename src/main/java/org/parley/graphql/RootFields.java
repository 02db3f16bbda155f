package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of the fields of the query type: records by id, by slug, lists, questions across kinds, the record itself. The framework puts
 * them in the order in which it finds their methods, which differs from build to build.
 */
final class RootFields {

    private static final List<String> ORDER = List.of( //
            "node", "nodes", //
            "actor", "meeting", "statement", "agreement", "event", "issue", "track", "source", "place", "figure", "byIdentifier", //
            "actors", "meetings", "statements", "positions", "agreements", "events", "figures", "issues", "tracks", "sources", "places", //
            "hostings", "mediationMatrix", "encounters", "timeline", "search", "discrepancies", //
            "meetingStats", "statementStats", "agreementStats", "eventStats", "positionStats", //
            "changes", "dataset");

    private RootFields() {
    }

    /** The same schema in that order; a field that has no place in it comes last. */
    static GraphQLSchema sort(GraphQLSchema schema) {
        List<GraphQLFieldDefinition> fields = schema.getQueryType().getFieldDefinitions().stream()
                .sorted(Comparator.comparingInt(RootFields::place).thenComparing(GraphQLFieldDefinition::getName)).toList();
        return schema.transform(same -> same.query(schema.getQueryType().transform(query -> query.replaceFields(fields))));
    }

    private static int place(GraphQLFieldDefinition field) {
        return IntStream.range(0, ORDER.size()).filter(i -> ORDER.get(i).equals(field.getName())).findFirst().orElse(ORDER.size());
    }

    static boolean hasPlace(String field) {
        return ORDER.contains(field);
    }
}
