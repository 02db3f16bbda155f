package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;

/** A field of the root Mutation: the role that it needs, and what it does. */
public record Mutation(GraphQLFieldDefinition definition, String role, Action action) implements FieldSource {

    /** Does it, whole or not at all; what is read of the payload is read when it is done. */
    public interface Action {
        Payload run(Caller caller, Map<String, Object> arguments);
    }

    /** What it gives. */
    public interface Payload {
        /** The value of that field of its type. */
        Object value(String field);

        /** The revision that it made, or found: what is read of the payload is of that at least. */
        long revision();
    }

    @Override
    public String name() {
        return "Mutation." + definition.getName();
    }
}
