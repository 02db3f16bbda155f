package org.parley.entry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.parley.entry.RecordDefinitions;
import org.parley.record.CanonicalEntry;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;
import org.parley.time.PartialDate;

/** Projects entries to rows. All tables of the record are written from these rows, except derived tables. */
final class Projection {

    private final RowKeys keys;
    private final Map<String, TableRows> tables = new LinkedHashMap<>();

    Projection(RowKeys keys) {
        this.keys = keys;
    }

    Collection<TableRows> tables() {
        return tables.values();
    }

    TableRows table(String name, String owner) {
        return tables.computeIfAbsent(name, table -> new TableRows(table, owner));
    }

    /** Adds the row of an entry in the table of its kind. */
    void addRecord(CanonicalEntry entry) {
        ObjectNode row = table(entry.kind().word(), Tables.ID).add().put(Tables.ID, keys.of(entry));
        set(row, RecordDefinitions.of(entry.kind()).entry(), entry.json());
    }

    /** Adds the rows of a list whose table has an identity column, because other rows refer to them. */
    void addIdentified(Field list, CanonicalEntry entry) {
        Map<String, Integer> numbers = new HashMap<>();
        entry.json().path(list.name()).forEach(item -> {
            ObjectNode row = row(list.table(), keys.of(entry));
            int number = numbers.merge(item.path(list.table().identity()).asText(), 1, Integer::sum);
            if (list.table().number() != null) {
                row.put(list.table().number(), number);
            }
            set(row, list.items(), item);
        });
    }

    /** Adds all other rows. */
    void addDetails(CanonicalEntry entry) {
        Long key = keys.of(entry);
        for (Field list : Tables.lists(entry.kind())) {
            JsonNode items = entry.json().path(list.name());
            if (list.table().identity() == null) {
                addItems(list, key, items, Map.of());
            } else {
                items.forEach(item -> addParts(list, key, item,
                        Collections.singletonMap(Tables.parent(list), keys.identified(list.table(), key, item))));
            }
        }
        addIssues(entry, key);
    }

    /** Adds the rows of the lists within an item, at any depth. */
    private void addParts(Field list, Long owner, JsonNode item, Map<String, Long> parents) {
        Tables.parts(list).forEach(part -> {
            addItems(part, owner, item.path(part.name()), parents);
            long position = 1;
            for (JsonNode inner : item.path(part.name())) {
                Map<String, Long> nested = new HashMap<>(parents);
                nested.put(Tables.parent(part), position++);
                addParts(part, owner, inner, nested);
            }
        });
    }

    private void addItems(Field list, Long owner, JsonNode items, Map<String, Long> parents) {
        int position = 1;
        for (JsonNode item : items.isArray() ? items : JsonNodeFactory.instance.arrayNode().add(items)) {
            for (String value : rowsOf(list, item)) {
                if (!item.isMissingNode()) {
                    ObjectNode row = row(list.table(), owner);
                    if (list.table().isOrdered()) {
                        row.put("position", position++);
                    }
                    Tables.parents(list.table().name()).forEach(row::putNull);
                    parents.forEach(row::put);
                    setItem(row, list, item, value);
                }
            }
        }
    }

    /** Returns one value per row: an object with a field of several choices has a row for each, any other item has one. */
    private static Collection<String> rowsOf(Field list, JsonNode item) {
        Field choices = choices(list);
        if (choices == null) {
            return Set.of("");
        }
        Set<String> values = new LinkedHashSet<>();
        item.path(choices.name()).forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Field choices(Field list) {
        return list.items() == null ? null
                : list.items().fields().stream().filter(field -> field.type() == FieldType.CHOICES).findFirst().orElse(null);
    }

    private void setItem(ObjectNode row, Field list, JsonNode item, String choice) {
        if (list.items() == null) {
            setValue(row, list, item, item);
        } else {
            set(row, list.items(), item);
            if (!choice.isEmpty()) {
                row.put(choices(list).column(), choice);
            }
        }
    }

    private void addIssues(CanonicalEntry entry, Long key) {
        Set<String> issues = new LinkedHashSet<>();
        Definition definition = RecordDefinitions.of(entry.kind());
        definition.paths(Field::isIssueOfRecord).forEach(path -> entry.values(path).forEach(issue -> issues.add(issue.asText())));
        int position = 1;
        for (String issue : issues) {
            table(Tables.ISSUES, Tables.ISSUES_OWNER).add().put(Tables.ISSUES_OWNER, key).put("position", position++).put("issue_id",
                    keys.of(Kind.ISSUE, issue));
        }
    }

    private ObjectNode row(Table table, Long owner) {
        ObjectNode row = table(table.name(), table.owner()).add().put(table.owner(), owner);
        table.constants().forEach(row::put);
        return row;
    }

    private void set(ObjectNode row, ObjectType type, JsonNode object) {
        type.fields().stream().filter(field -> field.table() == null)
                .forEach(field -> setValue(row, field, object.path(field.name()), object));
    }

    /** Sets the columns of a field; null if the field has no value. */
    private void setValue(ObjectNode row, Field field, JsonNode value, JsonNode object) {
        switch (field.type()) {
            case CHOICES, OBJECTS -> {
            }
            case NAMES, TEXTS, URLS -> row.set(field.column(), value.isArray() ? value : JsonNodeFactory.instance.arrayNode());
            case DATE -> setDate(row, field.column(), value);
            case PERIOD -> {
                setDate(row, "from", value.path("from"));
                setDate(row, "to", value.path("to"));
            }
            case FLAG -> row.put(field.column(), value.asBoolean());
            case INTEGER, NUMBER -> row.set(field.column(), value.isNumber() ? value : null);
            case OBJECT -> set(row, field.items(), value);
            case REFERENCE, REFERENCES -> setKey(row, field, value, object);
            case OFFICE -> row.put(field.column(), office(object));
            default -> row.put(field.column(), value.isTextual() ? value.textValue() : field.defaultValue());
        }
    }

    /** Sets a foreign key. If several fields share the column, the one with a value sets it. */
    private void setKey(ObjectNode row, Field field, JsonNode value, JsonNode object) {
        if (field.type() == FieldType.REFERENCES && field.table() == null) {
            return;
        }
        Long key = value.isTextual() ? keys.of(field.target(), value.textValue())
                : field.isDefaultOfOffice() ? keys.officeOf(office(object)) : null;
        if (key != null || !row.has(field.column())) {
            row.put(field.column(), key);
        }
    }

    private Long office(JsonNode participant) {
        return participant.has("office")
                ? keys.office(keys.of(Kind.ACTOR, participant.path("actor").textValue()), participant.get("office").asText()) : null;
    }

    private static void setDate(ObjectNode row, String prefix, JsonNode value) {
        PartialDate date = value.isMissingNode() ? null : PartialDate.of(value.path("edtf").asText(value.asText()),
                value.path("reading").asText(null), value.path("inferred").asBoolean());
        row.put(prefix + "_edtf", date == null ? null : date.edtf);
        row.put(prefix + "_reading", date == null ? null : date.reading);
        row.put(prefix + "_inferred", date == null ? null : Boolean.valueOf(date.inferred));
        row.put(prefix + "_earliest", date == null || date.earliest == null ? null : date.earliest.toString());
        row.put(prefix + "_latest", date == null || date.latest == null ? null : date.latest.toString());
    }
}
