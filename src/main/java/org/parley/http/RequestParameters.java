package org.parley.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import org.parley.fault.ErrorCode;

/**
 * The parameters of a GraphQL request, checked for their types.
 *
 * @param persistedHash the id of a persisted query; null if none was sent
 * @param hashParameter the parameter that has the id
 * @param cited whether the response contains its permalink
 */
public record RequestParameters(
        String query,
        String operationName,
        Map<String, Object> variables,
        String persistedHash,
        String hashParameter,
        boolean cited,
        boolean readOnly) {

    public static RequestParameters of(Map<String, Object> given, boolean readOnly) throws HttpRejectionException {
        String query = typed(given, "query", String.class, "a string");
        Map<?, ?> extensions = typed(given, "extensions", Map.class, "an object");
        String id = typed(given, "documentId", String.class, "a string");
        String hash = PersistedQueries.key(id == null ? hash(extensions) : id);
        if (query == null && hash == null) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The request has no document. Send it as query.");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> variables = typed(given, "variables", Map.class, "an object");
        String operationName = typed(given, "operationName", String.class, "a string");
        return new RequestParameters(query, operationName == null || operationName.isEmpty() ? null : operationName,
                variables == null ? Map.of() : variables, hash, id == null ? "extensions.persistedQuery.sha256Hash" : "documentId",
                extensions != null && Boolean.TRUE.equals(extensions.get("permalink")), readOnly);
    }

    /** Returns a reader of JSON objects that rejects trailing content and reads fractional numbers exactly. */
    public static ObjectReader objects(ObjectMapper mapper) {
        return mapper.readerFor(new TypeReference<Map<String, Object>>() {
        }).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Whether the request registers its document as a persisted query. */
    boolean registers() {
        return query != null && persistedHash != null;
    }

    private static <T> T typed(Map<String, Object> given, String name, Class<T> type, String kind) throws HttpRejectionException {
        Object value = given.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The parameter " + name + " must be " + kind + ".");
        }
        return type.cast(value);
    }

    private static String hash(Map<?, ?> extensions) throws HttpRejectionException {
        if (extensions == null || extensions.get("persistedQuery") == null) {
            return null;
        }
        if (extensions.get("persistedQuery") instanceof Map<?, ?> persisted && persisted.get("sha256Hash") instanceof String hash
                && Integer.valueOf(1).equals(persisted.get("version"))) {
            return hash;
        }
        throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                "The parameter extensions.persistedQuery must be {version: 1, sha256Hash: STRING}.");
    }
}
