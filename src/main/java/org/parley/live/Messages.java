package org.parley.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.live.Message.InvalidException;
import org.parley.live.Message.Type;

/** The messages of the protocol graphql-transport-ws, read and written. */
@ApplicationScoped
class Messages {

    static final String PROTOCOL = "graphql-transport-ws";
    static final String ACKNOWLEDGED = "{\"type\":\"connection_ack\"}";
    static final String PONG = "{\"type\":\"pong\"}";

    private final ObjectMapper mapper;
    private final ObjectReader objects;

    Messages(ObjectMapper mapper) {
        this.mapper = mapper;
        this.objects = mapper.readerFor(new TypeReference<Map<String, Object>>() {
        }).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    Message read(String text) throws InvalidException {
        Map<String, Object> message = object(text);
        Type type = type(message.get("type"));
        Object id = message.get("id");
        boolean named = id instanceof String name && !name.isEmpty();
        if (!named && (type == Type.SUBSCRIBE || type == Type.COMPLETE)) {
            throw new InvalidException("a message of this type needs an id, which is a text");
        }
        Object payload = message.get("payload");
        if (payload != null && !(payload instanceof Map) || payload == null && type == Type.SUBSCRIBE) {
            throw new InvalidException("the payload has to be an object");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> given = payload == null ? Map.of() : (Map<String, Object>) payload;
        return new Message(type, named ? (String) id : null, given);
    }

    private Map<String, Object> object(String text) throws InvalidException {
        try {
            Map<String, Object> message = objects.readValue(text);
            if (message != null) {
                return message;
            }
        } catch (JsonProcessingException noObject) {
            // refused below
        }
        throw new InvalidException("a message is a JSON object");
    }

    private static Type type(Object given) throws InvalidException {
        if (given instanceof String name) {
            for (Type type : Type.values()) {
                if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return type;
                }
            }
        }
        throw new InvalidException("a message has one of the types of " + PROTOCOL);
    }

    /** An answer that is written already. */
    String next(String id, Buffer answer) {
        return "{\"id\":" + json(id) + ",\"type\":\"next\",\"payload\":" + answer + "}";
    }

    /** That an operation was not run, and why. */
    String error(String id, List<Map<String, Object>> errors) {
        return json(Map.of("id", id, "type", "error", "payload", errors));
    }

    String error(String id, String message, Map<String, Object> extensions) {
        return error(id, List.of(Map.of("message", message, "extensions", extensions)));
    }

    String complete(String id) {
        return json(Map.of("id", id, "type", "complete"));
    }

    /** The protocol has no word for it that a subscription hears from now on; a pong may come unasked, and say what it likes. */
    String subscribed(String id) {
        return json(Map.of("type", "pong", "payload", Map.of("subscribed", id)));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
