package org.parley.graphql;

import graphql.execution.AbortExecutionException;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** A document that is refused before anything of it is run: what is wrong, and the code and figures that a client reads. */
class RefusedDocumentException extends AbortExecutionException {

    private final transient Map<String, Object> extensions;

    RefusedDocumentException(ErrorCode code, String message) {
        this(message, Map.of("code", code.name()));
    }

    RefusedDocumentException(String message, Map<String, Object> extensions) {
        super(message);
        this.extensions = extensions;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
