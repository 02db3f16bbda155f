package org.parley.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An item of a list, with its cursor. */
@RegisterForReflection
public class Edge<N> {

    private final String cursor;
    private final N node;

    public Edge(String cursor, N node) {
        this.cursor = cursor;
        this.node = node;
    }

    @NonNull
    @Description("Position of the item in the list, to be sent as `after` or `before`. Opaque.")
    public String getCursor() {
        return cursor;
    }

    @NonNull
    @Description("The item itself.")
    public N getNode() {
        return node;
    }
}
