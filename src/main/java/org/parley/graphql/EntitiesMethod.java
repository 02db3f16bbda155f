package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.paging.PageRequest;

/** Resolves the entities of {@link Federation} by the resolver method of `nodes`, which takes fewer ids at once than gateways send. */
final class EntitiesMethod extends ResolverMethod {

    private final GraphQLSchema schema;

    EntitiesMethod(Operation nodes, ObjectMapper mapper, GraphQLSchema schema) {
        super(nodes, mapper);
        this.schema = schema;
    }

    @Override
    Object call(Object source, Map<String, Object> sent) {
        List<String> ids = Federation.ids(schema, sent.get(Federation.REPRESENTATIONS));
        List<Object> found = new ArrayList<>();
        boolean partial = false;
        for (int start = 0; start < ids.size(); start += PageRequest.MAX_SIZE) {
            List<String> some = ids.subList(start, Math.min(start + PageRequest.MAX_SIZE, ids.size()));
            try {
                found.addAll((List<?>) super.call(null, Map.of(StandardArguments.IDS, some)));
            } catch (PartialListException e) {
                found.addAll(e.items());
                partial = true;
            }
        }
        if (partial) {
            throw new PartialListException(found);
        }
        return found;
    }
}
