package org.parley.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Introspection of the directives of the GraphQL specification. graphql-java adds others to every schema, which are not executed here. */
final class StandardDirectives {

    private static final Set<String> NAMES = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

    private StandardDirectives() {
    }

    /** Returns the schema with an introspection of these directives only, each once. */
    static GraphQLSchema only(GraphQLSchema schema) {
        DataFetcher<?> directives = environment -> {
            Map<String, GraphQLDirective> found = new LinkedHashMap<>();
            schema.getDirectives().stream().filter(each -> NAMES.contains(each.getName())).forEach(each -> found.put(each.getName(), each));
            return new ArrayList<>(found.values());
        };
        return schema.transformWithoutTypes(same -> same.codeRegistry(schema.getCodeRegistry()
                .transform(code -> code.dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), directives))));
    }
}
