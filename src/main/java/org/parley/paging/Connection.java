package org.parley.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of a list whose edges have only a cursor and a node.
 *
 * @see <a href="https://relay.dev/graphql/connections.htm">Relay cursor connections</a>
 */
@RegisterForReflection
public class Connection<N> extends Page<N> {

    private final List<Edge<N>> edges;

    public Connection(List<Edge<N>> edges, PageInfo pageInfo, IntSupplier count) {
        super(edges, pageInfo, count);
        this.edges = edges;
    }

    /** An empty page. */
    public Connection() {
        this.edges = List.of();
    }

    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull Edge<N>> getEdges() {
        return edges;
    }
}
