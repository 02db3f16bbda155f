package org.parley.graphql;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;

/** The schema as text, in one order whatever the order in which it was built. */
public final class SchemaText {

    private SchemaText() {
    }

    public static String of(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeScalarTypes(true).includeDirectives(false)
                .includeDirectiveDefinitions(false).descriptionsAsHashComments(false)).print(schema);
    }
}
