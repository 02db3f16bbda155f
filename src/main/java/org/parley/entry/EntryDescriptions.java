package org.parley.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.parley.entry.check.Schemas;
import org.parley.graphql.Descriptions;
import org.parley.record.Field;
import org.parley.record.ObjectType;

/** Descriptions of GraphQL types and fields, from the definitions of the kinds and the shared types of common.json. */
@ApplicationScoped
class EntryDescriptions implements Descriptions {

    private final Map<String, String> texts = new HashMap<>();

    EntryDescriptions() {
        RecordDefinitions.all().forEach(definition -> add(definition.entry()));
        JsonNode common = Schemas.tree("common.json").path("$defs");
        add("PartialDate", common.path("date"));
        add("Period", common.path("period"));
    }

    @Override
    public String of(String name) {
        return texts.get(name);
    }

    private void add(ObjectType type) {
        texts.put(type.typeName(), type.description());
        for (Field field : type.fields()) {
            texts.put(type.typeName() + "." + field.name(), field.description());
            if (field.items() != null) {
                add(field.items());
            }
        }
    }

    private void add(String type, JsonNode form) {
        texts.put(type, form.path("description").textValue());
        form.path("properties").fields()
                .forEachRemaining(field -> texts.put(type + "." + field.getKey(), field.getValue().path("description").textValue()));
    }
}
