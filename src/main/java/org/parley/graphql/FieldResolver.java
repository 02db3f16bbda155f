package org.parley.graphql;

import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import io.smallrye.graphql.schema.model.Operation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.parley.paging.Page;

/**
 * A field with a resolver method, for the root or for a batch of parents.
 *
 * @param batched whether the method takes a list of parents
 * @param readsWholeRecords see {@link ReadsWholeRecords}
 * @param emptyValue the value if the arguments are invalid: an empty list or page for a non-null field, so that the other fields of the
 *        query are returned; null otherwise
 */
record FieldResolver(String name, ResolverMethod resolver, boolean batched, boolean readsWholeRecords, Object emptyValue)
        implements
            FieldSource {

    static FieldResolver of(String type, Operation operation, GraphQLOutputType output, ResolverMethod resolver) {
        Object emptyValue = output instanceof GraphQLNonNull
                ? emptyValue(output, ResolverMethod.load(operation.getReference().getClassName())) : null;
        return new FieldResolver(type + "." + operation.getName(), resolver, operation.isSourceField(), resolver.readsWholeRecords(),
                emptyValue);
    }

    private static Object emptyValue(GraphQLOutputType type, Class<?> returned) {
        if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))) {
            return List.of();
        }
        if (!Page.class.isAssignableFrom(returned)) {
            return null;
        }
        try {
            return returned.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(returned + " needs a public constructor without parameters for an empty page", e);
        }
    }

    /** Returns one value for each parent, in their order. */
    List<?> resolve(List<Object> parents, Map<String, Object> arguments) {
        if (!batched) {
            return Collections.nCopies(parents.size(), resolve(arguments));
        }
        List<?> values = (List<?>) resolver.call(parents, arguments);
        if (values.size() != parents.size()) {
            throw new IllegalStateException(name + " returned " + values.size() + " values for " + parents.size() + " parents");
        }
        return values;
    }

    private Object resolve(Map<String, Object> arguments) {
        try {
            return resolver.call(null, arguments);
        } catch (PartialListException partial) {
            return partial.items();
        }
    }
}
