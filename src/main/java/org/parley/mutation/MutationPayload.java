package org.parley.mutation;

import org.parley.graphql.MutationField;

/** The payload of a mutation. Known results are answered without a query, so that they are returned even if the record cannot be read. */
record MutationPayload(MutationResult result, String clientMutationId, PayloadQueries records) implements MutationField.Payload {

    static final String REVISION = "revision";
    static final String SLUG = "slug";
    static final String CLIENT_MUTATION_ID = "clientMutationId";

    static final String CHANGE = "change";

    @Override
    public long revision() {
        return result.revision();
    }

    @Override
    public Object value(String field) {
        return switch (field) {
            case REVISION -> String.valueOf(result.revision());
            case CHANGE -> records.change(result);
            case SLUG -> result.slug();
            case CLIENT_MUTATION_ID -> clientMutationId;
            default -> records.of(result.kind(), result.slug());
        };
    }
}
