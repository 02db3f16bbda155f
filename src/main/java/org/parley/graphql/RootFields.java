package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.parley.record.Kind;

/**
 * Sorts the fields of the query type: records by id, by slug, by identifier, lists of each kind, then the others by name. SmallRye sorts
 * them in the order in which it finds their methods, which differs between builds.
 */
final class RootFields {

    private static final List<String> FIRST = Stream.of(Stream.of("node", "nodes"), Arrays.stream(Kind.values()).map(Kind::word),
            Stream.of("byIdentifier"), Arrays.stream(Kind.values()).map(Kind::folder)).flatMap(names -> names).toList();

    private RootFields() {
    }

    static GraphQLSchema sort(GraphQLSchema schema) {
        List<GraphQLFieldDefinition> fields = schema.getQueryType().getFieldDefinitions().stream()
                .sorted(Comparator.comparingInt(RootFields::place).thenComparing(GraphQLFieldDefinition::getName)).toList();
        return schema.transform(same -> same.query(schema.getQueryType().transform(query -> query.replaceFields(fields))));
    }

    private static int place(GraphQLFieldDefinition field) {
        int place = FIRST.indexOf(field.getName());
        return place < 0 ? FIRST.size() : place;
    }
}
