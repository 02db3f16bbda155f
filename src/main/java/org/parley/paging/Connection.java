package org.parley.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One page of a list. */
@RegisterForReflection
public abstract class Connection<N, E extends Edge<N>> {

    /** Longer lists are not counted to their end. */
    public static final int MOST_COUNTED = 10_000;

    private final List<E> edges;
    private final PageInfo pageInfo;
    private final IntSupplier count;
    private Integer counted;

    protected Connection(Page<E> page) {
        this.edges = page.edges();
        this.pageInfo = page.info();
        this.count = page.totalCount();
    }

    @NonNull
    @Description("The items of this page with their cursors.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The items of this page.")
    public List<@NonNull N> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull
    @Description("Where this page stands in the list.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @NonNull
    @Description("How many items the whole list has, counted up to 10,000: see `totalCountIsExact`. Counted only where it is asked for.")
    public int getTotalCount() {
        return Math.min(counted(), MOST_COUNTED);
    }

    @NonNull
    @Description("False where the list has more items than `totalCount` says, because counting stopped at 10,000.")
    public boolean isTotalCountIsExact() {
        return counted() <= MOST_COUNTED;
    }

    private int counted() {
        if (counted == null) {
            counted = count.getAsInt();
        }
        return counted;
    }
}
