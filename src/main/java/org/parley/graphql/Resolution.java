package org.parley.graphql;

import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import io.smallrye.graphql.schema.model.Operation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.parley.paging.Connection;
import org.parley.paging.Page;

/**
 * A field that a method of a room answers: for the root, or for many parents in one call.
 *
 * @param batched whether the method takes the parents
 * @param nothing what stands in the answer where the arguments are refused: an empty list or page for a field that may not be null, so that
 *        the rest of the query is answered
 */
record Resolution(String name, Resolver resolver, boolean batched, Object nothing) implements FieldSource {

    static Resolution of(String type, Operation operation, GraphQLOutputType output, Resolver resolver) {
        Object nothing = output instanceof GraphQLNonNull ? nothing(output, Resolver.load(operation.getReference().getClassName())) : null;
        return new Resolution(type + "." + operation.getName(), resolver, operation.isSourceField(), nothing);
    }

    private static Object nothing(GraphQLOutputType type, Class<?> answer) {
        if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))) {
            return List.of();
        }
        if (!Connection.class.isAssignableFrom(answer)) {
            return null;
        }
        try {
            return answer.getConstructor(Page.class).newInstance(Page.empty());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(answer + " has to be made of a page", e);
        }
    }

    /** One value for each parent, in their order. */
    List<?> answer(List<Object> parents, Map<String, Object> arguments) {
        if (!batched) {
            return Collections.nCopies(parents.size(), answer(arguments));
        }
        List<?> values = (List<?>) resolver.call(parents, arguments);
        if (values.size() != parents.size()) {
            throw new IllegalStateException(name + " answered " + values.size() + " of " + parents.size() + " parents");
        }
        return values;
    }

    private Object answer(Map<String, Object> arguments) {
        try {
            return resolver.call(null, arguments);
        } catch (PartialListException partial) {
            return partial.items();
        }
    }
}
