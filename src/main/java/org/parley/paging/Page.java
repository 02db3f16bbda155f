package org.parley.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list. Subclasses define the type of the edges. */
@RegisterForReflection
public abstract class Page<N> {

    /** Counting stops at one more than this. */
    public static final int MAX_COUNT = 10_000;

    private final List<? extends Edge<N>> edges;
    private final PageInfo pageInfo;
    private final IntSupplier count;
    private Integer counted;

    /** @param count counts the whole list; a result above {@link #MAX_COUNT} may be too small */
    protected Page(List<? extends Edge<N>> edges, PageInfo pageInfo, IntSupplier count) {
        this.edges = edges;
        this.pageInfo = pageInfo;
        this.count = count;
    }

    /** An empty page, for invalid arguments. */
    protected Page() {
        this(List.of(), PageInfo.of(false, false, List.of()), () -> 0);
    }

    @NonNull
    @Description("The items of this page, without cursors.")
    public List<@NonNull N> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull
    @Description("Whether there are further pages, and from which cursors.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @NonNull
    @Description("Number of items in the whole list. Counting stops at 10,000: see `totalCountIsExact`. Costs nothing unless selected.")
    public int getTotalCount() {
        return Math.min(counted(), MAX_COUNT);
    }

    @NonNull
    @Description("False if counting stopped before the end of the list: at 10,000 items, for a search at 100.")
    public boolean isTotalCountIsExact() {
        return isExact(counted());
    }

    /** Whether counting reached the end of a list. */
    protected boolean isExact(int length) {
        return length <= MAX_COUNT;
    }

    private int counted() {
        if (counted == null) {
            counted = count.getAsInt();
        }
        return counted;
    }
}
