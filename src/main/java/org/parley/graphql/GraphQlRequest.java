package org.parley.graphql;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A GraphQL request.
 *
 * @param operationName the operation of the document to execute; null if it has only one
 * @param readOnly whether mutations are rejected, as for GET
 * @param share the permits of the client; null if the request is not limited
 * @param memory counts the bytes of the response; null if they are not counted
 * @param minRevision the minimum revision of the record that is read, or {@link #ANY}
 * @param asOf the moment as of which root fields without the argument `asOf` are read; null for the current state
 * @param cited whether the response states the revision to cite
 * @param continuation reads more of the response; null if the document is all
 */
public record GraphQlRequest(
        String document,
        String operationName,
        Map<String, Object> variables,
        boolean readOnly,
        Caller caller,
        CapacityShare share,
        ResponseMemory.Part memory,
        long minRevision,
        Instant asOf,
        boolean cited,
        Continuation continuation) {

    /** No minimum revision. */
    public static final long ANY = -1;

    /** Creates a request that no limit of a client applies to. */
    public GraphQlRequest(String document, String operationName, Map<String, Object> variables, boolean readOnly, Caller caller) {
        this(document, operationName, variables, readOnly, caller, null, null, ANY, null, false, null);
    }

    /** Creates a request whose document is all. */
    public GraphQlRequest(String document, String operationName, Map<String, Object> variables, boolean readOnly, Caller caller,
            CapacityShare share, ResponseMemory.Part memory, long minRevision, Instant asOf, boolean cited) {
        this(document, operationName, variables, readOnly, caller, share, memory, minRevision, asOf, cited, null);
    }

    /** Returns the same request with a minimum revision. */
    public GraphQlRequest withMinRevision(long revision) {
        return new GraphQlRequest(document, operationName, variables, readOnly, caller, share, memory, revision, asOf, cited, continuation);
    }

    /** Returns the same request with memory for its response. */
    public GraphQlRequest withMemory(ResponseMemory.Part part) {
        return new GraphQlRequest(document, operationName, variables, readOnly, caller, share, part, minRevision, asOf, cited,
                continuation);
    }

    /** Returns the moment of a text such as 2023-07-15T09:30:00Z; empty if it is not valid. */
    public static Optional<Instant> moment(String text) {
        return InputScalars.instant(text);
    }
}
