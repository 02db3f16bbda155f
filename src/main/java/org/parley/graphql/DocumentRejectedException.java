package org.parley.graphql;

import graphql.execution.AbortExecutionException;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** A document that is rejected before execution. */
class DocumentRejectedException extends AbortExecutionException {

    private final transient Map<String, Object> extensions;

    DocumentRejectedException(ErrorCode code, String message) {
        this(message, Map.of("code", code.name()));
    }

    DocumentRejectedException(String message, Map<String, Object> extensions) {
        super(message);
        this.extensions = extensions;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
