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
import java.util.stream.Stream;

/** The schema as text: the fields of the query and mutation types as they are served, everything else by name. */
public final class SchemaText {

    /** Sorts the fields of the roots as they stand in the schema. The printer does not say of which type it sorts the fields. */
    private record AsServed(List<GraphQLFieldDefinition> fields) implements GraphqlTypeComparatorRegistry {

        @Override
        public <T extends GraphQLSchemaElement> Comparator<? super T> getComparator(GraphqlTypeComparatorEnvironment environment) {
            Comparator<? super GraphQLSchemaElement> usual = DefaultGraphqlTypeComparatorRegistry.defaultComparators()
                    .getComparator(environment);
            return environment.getParentType() == GraphQLObjectType.class
                    ? Comparator.<GraphQLSchemaElement> comparingInt(this::place).thenComparing(usual) : usual;
        }

        private int place(GraphQLSchemaElement element) {
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
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeScalarTypes(true).includeDirectives(false)
                .includeDirectiveDefinitions(false).descriptionsAsHashComments(false).setComparators(new AsServed(roots))).print(schema);
    }
}
