package org.parley.fault;

/** What stands as `code` in the extensions of an error: stable names that a client may build on. */
public enum ErrorCode {
    /** The variables do not fit the document, or the arguments of a field cannot be used; the message says what to send instead. */
    BAD_USER_INPUT,
    /** A change without a token that says who makes it. */
    UNAUTHENTICATED,
    /** A change by somebody who does not have the role that it needs. */
    FORBIDDEN,
    /** The record has changed since the one who would change it has seen it; extensions say what has. */
    CONFLICT,
    /** The document is no GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** The document is larger, deeper or dearer than the service allows; extensions say by how much. */
    COST_EXCEEDED,
    /** The document asks for the schema, which this service does not give. */
    INTROSPECTION_DISABLED,
    /** A change was sent by a method that may only read. */
    METHOD_NOT_ALLOWED,
    /** The service does not know the document of that hash: send it once in full. */
    PERSISTED_QUERY_NOT_FOUND,
    /** The service answers the documents it was given beforehand only, and this is none of them. */
    DOCUMENT_NOT_TRUSTED,
    /** This client asks for more at once, or in a short time, than one client may: send less, or later. */
    RATE_LIMITED,
    /** It took longer than a request may: ask for less at once. */
    TIMEOUT,
    /** The service cannot answer now: try again. */
    UNAVAILABLE,
    /** The database takes no changes now: it is a standby, or read-only. */
    READ_ONLY,
    /** The database is not at the revision that the request needs; extensions say at which it is. */
    REVISION_NOT_REACHED,
    /** A fault of the service; the id beside it stands in its log. */
    INTERNAL
}
