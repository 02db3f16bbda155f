package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.graphql.ReadsWholeRecords;
import org.parley.paging.Connection;
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
    @ReadsWholeRecords
    @NonNull
    @Description("""
            Fields on which sources disagree, with the rule that chose the value shown; by kind and slug of the record. \
            Example: `discrepancies(filter: {fields: ["date"]}, first: 10) { nodes { field shown rule } }`.""")
    public Connection<Discrepancy> discrepancies(DiscrepancyFilter filter, Integer first, String after, Integer last, String before) {
        return queries.page(filter, PageRequest.of(DiscrepancyQueries.BY_RECORD, first, after, last, before));
    }

    @ReadsWholeRecords
    @NonNull
    @Description("The fields on which sources disagree.")
    public List<@NonNull List<@NonNull Discrepancy>> discrepancies(@org.eclipse.microprofile.graphql.Source List<Attested> records) {
        return queries.of(RecordEntity.of(records));
    }
}
