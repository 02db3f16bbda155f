package org.parley.table;

import java.util.Map;

/**
 * A query and its response.
 *
 * @param operationName the operation that was executed; null if the document has only one
 * @param data the response without errors
 */
public record TableSource(String document, String operationName, Map<String, Object> variables, Object data) {}
