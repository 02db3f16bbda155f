package org.parley.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of the response: its source object and the values of its selected fields. Serializes itself to JSON. */
public final class ObjectValue implements JsonSerializable {

    final Selection selection;
    final Object source;
    final Object[] values;
    /** The index of its parent in the resolver call in progress. */
    int parentIndex;

    ObjectValue(Selection selection, Object source) {
        this.selection = selection;
        this.source = source;
        this.values = new Object[selection.fields().size()];
    }

    /** Copies the values of an object with a part of this selection. */
    void addAll(ObjectValue part) {
        for (int next = 0, i = 0; part != this && next < part.values.length; i++) {
            if (selection.fields().get(i) == part.selection.fields().get(next)) {
                values[i] = part.values[next++];
            }
        }
    }

    /** Returns the values by response key. */
    public Map<String, Object> byName() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(key(i), values[i]);
        }
        return byName;
    }

    /** Returns the value of a response key; null if the object lacks it. */
    public Object get(String key) {
        for (int i = 0; i < values.length; i++) {
            if (key(i).equals(key)) {
                return values[i];
            }
        }
        return null;
    }

    private String key(int field) {
        return selection.fields().get(field).merged().getResultKey();
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        SerializableString[] names = selection.names();
        for (int i = 0; i < values.length; i++) {
            out.writeFieldName(names[i]);
            write(values[i], out, provider);
        }
        out.writeEndObject();
    }

    private static void write(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof ObjectValue object) {
            object.serialize(out, provider);
        } else if (value instanceof List<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item, out, provider);
            }
            out.writeEndArray();
        } else {
            provider.defaultSerializeValue(value, out);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type) throws IOException {
        serialize(out, provider);
    }
}
