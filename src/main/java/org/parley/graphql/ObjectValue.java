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

/** An object of an answer: what it was made of, and the values of its selected fields. It writes itself, once, as JSON. */
final class ObjectValue implements JsonSerializable {

    final Selection selection;
    final Object source;
    final Object[] values;
    /** Its place among the parents of the call that is being answered. */
    int place;

    ObjectValue(Selection selection, Object source) {
        this.selection = selection;
        this.source = source;
        this.values = new Object[selection.fields().size()];
    }

    /** Takes the values of an object of which a part of the same is selected. */
    void take(ObjectValue part) {
        for (int taken = 0, i = 0; part != this && taken < part.values.length; i++) {
            if (selection.fields().get(i) == part.selection.fields().get(taken)) {
                values[i] = part.values[taken++];
            }
        }
    }

    /** The values by the names under which they stand in the answer. */
    Map<String, Object> byName() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(selection.fields().get(i).asked().getResultKey(), values[i]);
        }
        return byName;
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
