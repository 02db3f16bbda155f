package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.paging.PageRequest;

/** Resolves the entities of {@link Federation} by the resolver method of `nodes`, which takes fewer ids at once than gateways send. */
final class EntitiesMethod extends ResolverMethod {

    static final int MAX_REPRESENTATIONS = 1_000;
    /** Further invalid representations are only counted, in the last of these errors. */
    static final int MAX_ERRORS = 100;

    private final GraphQLSchema schema;

    EntitiesMethod(Operation nodes, ObjectMapper mapper, GraphQLSchema schema) {
        super(nodes, mapper);
        this.schema = schema;
    }

    /** Returns an entity for each representation. The position of an invalid one contains its exception. */
    @Override
    Object call(Object source, Map<String, Object> sent) {
        List<?> representations = (List<?>) sent.get(Federation.REPRESENTATIONS);
        if (representations.size() > MAX_REPRESENTATIONS) {
            throw new BadUserInputException(
                    Federation.REPRESENTATIONS + " has " + representations.size() + " items; send at most " + MAX_REPRESENTATIONS);
        }
        List<Object> found = new ArrayList<>(Collections.nCopies(representations.size(), null));
        List<Integer> valid = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Integer> invalid = new ArrayList<>();
        for (int i = 0; i < representations.size(); i++) {
            try {
                ids.add(Federation.id(schema, (Map<?, ?>) representations.get(i), Federation.REPRESENTATIONS + "[" + i + "]"));
                valid.add(i);
            } catch (BadUserInputException e) {
                found.set(i, e);
                invalid.add(i);
            }
        }
        boolean partial = read(ids, valid, found) || !invalid.isEmpty();
        if (invalid.size() > MAX_ERRORS) {
            invalid.subList(MAX_ERRORS, invalid.size()).forEach(i -> found.set(i, null));
            found.set(invalid.get(MAX_ERRORS - 1),
                    new BadUserInputException(((Exception) found.get(invalid.get(MAX_ERRORS - 1))).getMessage() + ". "
                            + (invalid.size() - MAX_ERRORS) + " more representations are invalid"));
        }
        if (partial) {
            throw new PartialListException(found);
        }
        return found;
    }

    /** Reads the entities with these ids to their positions. Returns whether one of them is an exception. */
    private boolean read(List<String> ids, List<Integer> positions, List<Object> found) {
        boolean partial = false;
        for (int start = 0; start < ids.size(); start += PageRequest.MAX_SIZE) {
            List<String> some = ids.subList(start, Math.min(start + PageRequest.MAX_SIZE, ids.size()));
            List<?> items;
            try {
                items = (List<?>) super.call(null, Map.of(StandardArguments.IDS, some));
            } catch (PartialListException e) {
                items = e.items();
                partial = true;
            }
            for (int i = 0; i < items.size(); i++) {
                found.set(positions.get(start + i), items.get(i));
            }
        }
        return partial;
    }
}
