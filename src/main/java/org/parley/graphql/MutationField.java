package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;
import org.parley.persistence.ReadContext;

/** A mutation: its definition, the required role, and what it does. */
public record MutationField(GraphQLFieldDefinition definition, String role, Action action) implements FieldSource {

    /** Executes the mutation atomically. The payload is read after it. */
    public interface Action {
        Payload run(Caller caller, Map<String, Object> arguments, ReadContext reads);
    }

    /** The payload of a mutation. */
    public interface Payload {
        /** Returns the value of a field of the payload type. */
        Object value(String field);

        /** Returns the revision that the mutation made or found. The payload is read from that revision or a later one. */
        long revision();
    }

    @Override
    public String name() {
        return "Mutation." + definition.getName();
    }
}
