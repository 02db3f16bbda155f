package org.parley.stats;

import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Page;
import org.parley.paging.PageInfo;

@Description("One page of the groups of a statistic.")
public class StatsConnection extends Page<StatsGroup> {

    private final List<StatsEdge> edges;
    private final IntSupplier matching;

    /** @param records counts the records that match the filter */
    StatsConnection(List<StatsEdge> edges, PageInfo pageInfo, int groups, IntSupplier records) {
        super(edges, pageInfo, () -> groups);
        this.edges = edges;
        this.matching = records;
    }

    /** An empty page. */
    public StatsConnection() {
        this.edges = List.of();
        this.matching = () -> 0;
    }

    @NonNull
    @Description("The groups of this page, each with its cursor.")
    public List<@NonNull StatsEdge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("Number of records that match the filter. Exact, and one more statement.")
    public int getRecords() {
        return matching.getAsInt();
    }
}
