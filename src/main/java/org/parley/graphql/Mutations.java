package org.parley.graphql;

import graphql.schema.GraphQLSchema;
import java.util.List;

/** What a room brings of the root Mutation. Where no room brings any, the service only reads. */
public interface Mutations {

    /** Its fields, whose types may be those of the schema by reference. */
    List<Mutation> of(GraphQLSchema schema);
}
