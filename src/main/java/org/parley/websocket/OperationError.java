package org.parley.websocket;

import java.util.List;
import java.util.Map;
import org.parley.fault.ClientError;
import org.parley.http.HttpRejectionException;

/**
 * Why an operation was not executed, or why it ended.
 *
 * @param errors the errors of a response
 * @param rejection set if the request was rejected
 * @param failure set if its execution failed
 */
record OperationError(List<Map<String, Object>> errors, HttpRejectionException rejection, ClientError failure) {

    static OperationError of(List<Map<String, Object>> errors) {
        return new OperationError(errors, null, null);
    }

    static OperationError of(HttpRejectionException rejection) {
        return new OperationError(error(rejection.getMessage(), Map.of("code", rejection.code().name())), rejection, null);
    }

    static OperationError of(ClientError failure) {
        return new OperationError(error(failure.message(), failure.extensions()), null, failure);
    }

    private static List<Map<String, Object>> error(String message, Map<String, Object> extensions) {
        return List.of(Map.of("message", message, "extensions", extensions));
    }
}
