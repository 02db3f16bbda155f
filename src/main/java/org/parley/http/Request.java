package org.parley.http;

import java.util.Locale;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** A request of a client, its parts of the right types. */
public record Request(String query, String operationName, Map<String, Object> variables, String persistedHash, boolean readOnly) {

    public static Request of(Map<String, Object> given, boolean readOnly) throws RefusedException {
        String query = typed(given, "query", String.class, "a text");
        String hash = hash(typed(given, "extensions", Map.class, "an object"));
        if (query == null && hash == null) {
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, "there is no query; send the document as query");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> variables = typed(given, "variables", Map.class, "an object");
        String operationName = typed(given, "operationName", String.class, "a text");
        return new Request(query, operationName == null || operationName.isEmpty() ? null : operationName,
                variables == null ? Map.of() : variables, hash, readOnly);
    }

    /** Whether it brings a document to be known by its hash from now on. */
    boolean registers() {
        return query != null && persistedHash != null;
    }

    private static <T> T typed(Map<String, Object> given, String name, Class<T> type, String kind) throws RefusedException {
        Object value = given.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, name + " has to be " + kind);
        }
        return type.cast(value);
    }

    private static String hash(Map<?, ?> extensions) throws RefusedException {
        if (extensions == null || extensions.get("persistedQuery") == null) {
            return null;
        }
        if (extensions.get("persistedQuery") instanceof Map<?, ?> persisted && persisted.get("sha256Hash") instanceof String hash
                && Integer.valueOf(1).equals(persisted.get("version"))) {
            return hash.toLowerCase(Locale.ROOT);
        }
        throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, "extensions.persistedQuery has to be {version: 1, sha256Hash: text}");
    }
}
