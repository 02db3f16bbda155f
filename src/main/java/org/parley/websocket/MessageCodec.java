package org.parley.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.http.ByteReservation;
import org.parley.http.RequestParameters;
import org.parley.websocket.ProtocolMessage.InvalidException;
import org.parley.websocket.ProtocolMessage.Type;

/** Reads and writes the messages of the protocol graphql-transport-ws. */
@ApplicationScoped
class MessageCodec {

    static final String PROTOCOL = "graphql-transport-ws";
    static final String ACKNOWLEDGED = "{\"type\":\"connection_ack\"}";
    /** The JSON after the response in a message of type next. */
    static final String SUFFIX = "}";
    static final String PONG = "{\"type\":\"pong\"}";

    private final ObjectMapper mapper;
    private final ObjectReader objects;

    MessageCodec(ObjectMapper mapper) {
        this.mapper = mapper;
        this.objects = RequestParameters.objects(mapper);
    }

    ProtocolMessage read(String text, ByteReservation reservation) throws InvalidException {
        Map<String, Object> message = object(text);
        Type type = type(message.get("type"));
        Object id = message.get("id");
        boolean hasId = id instanceof String name && !name.isEmpty();
        if (!hasId && (type == Type.SUBSCRIBE || type == Type.COMPLETE)) {
            throw new InvalidException("A message of this type must have an id, a string.");
        }
        Object payload = message.get("payload");
        if (payload != null && !(payload instanceof Map) || payload == null && type == Type.SUBSCRIBE) {
            throw new InvalidException("The payload must be an object.");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> value = payload == null ? Map.of() : (Map<String, Object>) payload;
        return new ProtocolMessage(type, hasId ? (String) id : null, value, reservation);
    }

    private Map<String, Object> object(String text) throws InvalidException {
        try {
            Map<String, Object> message = objects.readValue(text);
            if (message != null) {
                return message;
            }
        } catch (JsonProcessingException noObject) {
            // reported below
        }
        throw new InvalidException("A message must be a JSON object.");
    }

    private static Type type(Object value) throws InvalidException {
        if (value instanceof String name) {
            for (Type type : Type.values()) {
                if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return type;
                }
            }
        }
        throw new InvalidException("A message must have a type that " + PROTOCOL + " defines.");
    }

    /** Returns the JSON before the response in a message of type next. */
    String next(String id) {
        return "{\"id\":" + json(id) + ",\"type\":\"next\",\"payload\":";
    }

    /** Returns a message of type error: the operation was not executed. */
    String error(String id, List<Map<String, Object>> errors) {
        return json(Map.of("id", id, "type", "error", "payload", errors));
    }

    /** Returns a response that consists of errors. */
    String errors(List<Map<String, Object>> errors) {
        return json(Map.of("errors", errors));
    }

    String complete(String id) {
        return json(Map.of("id", id, "type", "complete"));
    }

    /** Returns a message that a subscription is active. The protocol defines none, so this is an unsolicited pong with a payload. */
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
