package org.parley.graphql;

import java.util.Map;

/**
 * What a client asks: a document, which of its operations, the variables, whether it may only read, who it is, and the least revision of
 * the record that it is to be answered from.
 */
public record Question(
        String document,
        String operationName,
        Map<String, Object> variables,
        boolean readOnly,
        Caller caller,
        WorkShare share,
        long leastRevision) {

    /** No least revision. */
    public static final long ANY = -1;

    /** Of no client, and so beside the limits of one. */
    public Question(String document, String operationName, Map<String, Object> variables, boolean readOnly, Caller caller) {
        this(document, operationName, variables, readOnly, caller, null, ANY);
    }

    /** The same, to be answered from that revision or a later one. */
    public Question from(long revision) {
        return new Question(document, operationName, variables, readOnly, caller, share, revision);
    }
}
