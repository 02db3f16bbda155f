package org.parley.graphql;

import graphql.schema.DefaultGraphqlTypeComparatorRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphqlTypeComparatorEnvironment;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.SchemaPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Prints the schema: the fields of the query and mutation types in served order, all others by name. */
public final class SchemaText {

    private static final Set<String> PRINTED_DIRECTIVES = Set.of("specifiedBy", "deprecated");

    /** Keeps the order of root fields. The printer does not name the type whose fields it sorts. */
    private record RootFieldOrder(List<GraphQLFieldDefinition> fields) implements GraphqlTypeComparatorRegistry {

        @Override
        public <T extends GraphQLSchemaElement> Comparator<? super T> getComparator(GraphqlTypeComparatorEnvironment environment) {
            Comparator<? super GraphQLSchemaElement> byName = DefaultGraphqlTypeComparatorRegistry.defaultComparators()
                    .getComparator(environment);
            return environment.getParentType() == GraphQLObjectType.class
                    ? Comparator.<GraphQLSchemaElement> comparingInt(this::index).thenComparing(byName) : byName;
        }

        private int index(GraphQLSchemaElement element) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i) == element) {
                    return i;
                }
            }
            return fields.size();
        }
    }

    private SchemaText() {
    }

    public static String of(GraphQLSchema schema) {
        List<GraphQLFieldDefinition> roots = new ArrayList<>();
        Stream.of(schema.getQueryType(), schema.getMutationType()).filter(Objects::nonNull)
                .forEach(root -> roots.addAll(root.getFieldDefinitions()));
        return new SchemaPrinter(
                SchemaPrinter.Options.defaultOptions().includeScalarTypes(true).includeDirectives(PRINTED_DIRECTIVES::contains)
                        .includeDirectiveDefinitions(false).descriptionsAsHashComments(false).setComparators(new RootFieldOrder(roots)))
                .print(schema);
    }
}
