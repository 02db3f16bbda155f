package org.parley.graphql;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param operationName the operation of the document to execute; null if it has only one
 * @param readOnly whether mutations are rejected, as for GET
 * @param share the permits of the client; null if the request is not limited
 * @param memory counts the bytes of the response; null if they are not counted
 * @param minRevision the minimum revision of the record that is read, or {@link #ANY}
 */
public record GraphQlRequest(
        String document,
        String operationName,
        Map<String, Object> variables,
        boolean readOnly,
        Caller caller,
        CapacityShare share,
        ResponseMemory.Part memory,
        long minRevision) {

    /** No minimum revision. */
    public static final long ANY = -1;

    /** Creates a request that no limit of a client applies to. */
    public GraphQlRequest(String document, String operationName, Map<String, Object> variables, boolean readOnly, Caller caller) {
        this(document, operationName, variables, readOnly, caller, null, null, ANY);
    }

    /** Returns the same request with a minimum revision. */
    public GraphQlRequest withMinRevision(long revision) {
        return new GraphQlRequest(document, operationName, variables, readOnly, caller, share, memory, revision);
    }

    /** Returns the same request with memory for its response. */
    public GraphQlRequest withMemory(ResponseMemory.Part part) {
        return new GraphQlRequest(document, operationName, variables, readOnly, caller, share, part, minRevision);
    }
}
