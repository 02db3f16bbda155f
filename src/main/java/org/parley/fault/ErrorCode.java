package org.parley.fault;

/** The codes in the extensions of errors. Clients can rely on them. */
public enum ErrorCode {
    /** The variables do not match the document, or arguments are invalid; the message says what to send instead. */
    BAD_USER_INPUT,
    /** A mutation without a valid token. */
    UNAUTHENTICATED,
    /** A mutation that requires a role which the client does not have. */
    FORBIDDEN,
    /** The record has changed since the client read it; the extensions contain the changes. */
    CONFLICT,
    /** The document is not valid GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not match the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** The request exceeds a limit on size, depth or cost; the extensions contain the limit. */
    COST_EXCEEDED,
    /** Introspection is disabled. */
    INTROSPECTION_DISABLED,
    /** A mutation was sent by GET. */
    METHOD_NOT_ALLOWED,
    /** The service has no document with that hash; send the document. */
    PERSISTED_QUERY_NOT_FOUND,
    /** The service only accepts trusted documents. */
    DOCUMENT_NOT_TRUSTED,
    /** The client exceeds a limit on requests, concurrency or memory; send less, or later. */
    RATE_LIMITED,
    /** The request timed out; request less. */
    TIMEOUT,
    /** The service is temporarily unavailable; retry. */
    UNAVAILABLE,
    /** The database is read-only or a standby. */
    READ_ONLY,
    /** The database has not reached the minimum revision; the extensions contain its revision. */
    REVISION_NOT_REACHED,
    /** An internal error; the extensions contain its id in the log. */
    INTERNAL
}
