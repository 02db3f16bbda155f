package org.parley.fault;

/** What stands as `code` in the extensions of an error: stable names that a client may build on. */
public enum ErrorCode {
    /** The request asks for something that cannot be; the message says what to send instead. */
    BAD_USER_INPUT,
    /** The document is no GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** A fault of the service; the id beside it stands in its log. */
    INTERNAL
}
