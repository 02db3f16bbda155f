package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.PageRequest;

/** What the sources disagree about. */
@GraphQLApi
@ApplicationScoped
public class DiscrepancyApi {

    private final DiscrepancyQueries queries;

    DiscrepancyApi(DiscrepancyQueries queries) {
        this.queries = queries;
    }

    @Query
    @NonNull
    @Description("Every field on which the sources disagree, with the rule that chose the value shown.")
    public DiscrepancyConnection discrepancies(Integer first, String after) {
        return new DiscrepancyConnection(queries.page(PageRequest.of(DiscrepancyQueries.BY_RECORD, first, after, null, null)));
    }
}
