package org.parley.edit;

import org.parley.graphql.Mutation;

/**
 * What a mutation gives. What was done is known without asking again: it is told even where the record cannot be read any more.
 */
record EditPayload(Done done, String clientMutationId, EditedQueries records) implements Mutation.Payload {

    static final String REVISION = "revision";
    static final String SLUG = "slug";
    static final String CLIENT_MUTATION_ID = "clientMutationId";

    static final String CHANGE = "change";

    @Override
    public long revision() {
        return done.revision();
    }

    @Override
    public Object value(String field) {
        return switch (field) {
            case REVISION -> String.valueOf(done.revision());
            case CHANGE -> records.change(done);
            case SLUG -> done.slug();
            case CLIENT_MUTATION_ID -> clientMutationId;
            default -> records.of(done.kind(), done.slug());
        };
    }
}
