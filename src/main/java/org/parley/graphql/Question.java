package org.parley.graphql;

import java.util.Map;

/**
 * What a client asks: a document, which of its operations, the variables, whether it may only read, and who it is.
 */
public record Question(String document, String operationName, Map<String, Object> variables, boolean readOnly, Caller caller) {}
