package org.parley.graphql;

import graphql.schema.GraphQLSchema;
import java.util.List;

/** Provides mutations. Without a provider, the service is read-only. */
public interface MutationProvider {

    /** Returns the mutations. Their types may be references to types of the schema. */
    List<MutationField> mutations(GraphQLSchema schema);
}
