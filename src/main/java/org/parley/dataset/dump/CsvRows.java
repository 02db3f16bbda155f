package org.parley.dataset.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.actor.ParticipationRole;
import org.parley.entry.DataSet;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.record.ObjectType;

/** Makes the rows of the CSV tables: JSON objects whose keys are the columns. */
final class CsvRows {

    /** Prefix of the column of a reference to a record of the same kind. */
    static final String OTHER = "other";

    private static final String ON_BEHALF_OF = "onBehalfOf";
    private static final String PROVISION = "provision";
    private static final String STEP = "step";

    private final Map<Kind, List<ObjectNode>> entries = new EnumMap<>(Kind.class);

    CsvRows(DataSet data) {
        for (Kind kind : Kind.values()) {
            entries.put(kind, data.of(kind).stream().map(entry -> entry.json().deepCopy()).toList());
        }
        entries.get(Kind.MEETING).forEach(CsvRows::addRoles);
        addOnBehalfOf(of(Kind.MEETING), "participations");
        addOnBehalfOf(of(Kind.AGREEMENT), "signatories");
        addOnBehalfOf(of(Kind.AGREEMENT), "participations");
        of(Kind.STATEMENT).forEach(CsvRows::addIssues);
    }

    /** Adds the missing onBehalfOf of actors in an office: the state or body of the office. */
    private void addOnBehalfOf(List<ObjectNode> owners, String list) {
        Map<List<String>, String> officeOwners = new HashMap<>();
        in(Kind.ACTOR, "offices").forEach(office -> officeOwners.put(List.of(office.get("actor").asText(), office.path("title").asText()),
                office.path("of").asText()));
        owners.forEach(entry -> entry.path(list).forEach(item -> {
            String owner = officeOwners.get(List.of(item.path("actor").asText(), item.path("office").asText()));
            if (owner != null && !item.has(ON_BEHALF_OF)) {
                ((ObjectNode) item).put(ON_BEHALF_OF, owner);
            }
        }));
    }

    /** Adds the issues of the points to the issues of the statement. */
    private static void addIssues(ObjectNode statement) {
        Set<JsonNode> issues = new LinkedHashSet<>();
        statement.path("issues").forEach(issues::add);
        statement.path("points").forEach(point -> issues.add(point.get("issue")));
        statement.putArray("issues").addAll(issues);
    }

    /** Adds a column for each role, with its actors. */
    private static void addRoles(ObjectNode meeting) {
        for (JsonNode participation : meeting.path("participations")) {
            participation.path("roles").forEach(role -> meeting.withArray("/" + RoleColumns.of(ParticipationRole.valueOf(role.asText())))
                    .add(participation.get("actor")));
        }
    }

    List<ObjectNode> of(Kind kind) {
        return entries.get(kind);
    }

    /** Returns the items of a list of one kind, each with the slug of its entry. An item with several choices becomes several rows. */
    List<ObjectNode> items(Kind kind, Field list) {
        if (list.items().isReference()) {
            return of(kind).stream().flatMap(entry -> items(entry, list.name()).map(item -> reference(kind, entry, item, list.items())))
                    .toList();
        }
        List<ObjectNode> rows = in(kind, list.name());
        return list.items().fields().stream().filter(field -> field.type() == FieldType.CHOICES).findFirst()
                .map(choices -> rows.stream().flatMap(row -> rowsOf(row, choices)).toList()).orElse(rows);
    }

    /** Makes a new row, with the referenced record in the columns kind and slug: the key of the reference may equal that of the owner. */
    private static ObjectNode reference(Kind kind, ObjectNode entry, ObjectNode item, ObjectType type) {
        ObjectNode row = item.objectNode().put(kind.word(), entry.get("slug").asText());
        type.fields().stream().filter(field -> item.has(field.name())).forEach(field -> {
            if (field.isRequired()) {
                row.set(field.name(), item.get(field.name()));
            } else {
                row.put("kind", field.name()).put("slug", item.get(field.name()).asText());
            }
        });
        return row;
    }

    private static Stream<ObjectNode> rowsOf(ObjectNode row, Field choices) {
        List<ObjectNode> rows = new ArrayList<>();
        row.path(choices.name()).forEach(choice -> rows.add(row.deepCopy().put(choices.column(), choice.asText())));
        return rows.stream();
    }

    private List<ObjectNode> in(Kind kind, String list) {
        return of(kind).stream().flatMap(entry -> items(entry, list).map(item -> withOwner(kind, entry, item))).toList();
    }

    /** Adds the slug of the entry. A reference to a record of the same kind moves to another column. */
    private static ObjectNode withOwner(Kind kind, ObjectNode entry, ObjectNode item) {
        if (item.has(kind.word())) {
            item.set(OTHER + kind.typeName(), item.get(kind.word()));
        }
        return item.put(kind.word(), entry.get("slug").asText());
    }

    /** Returns the items of a list within provisions, each with the slug of its entry, the number of the provision and its own number. */
    List<ObjectNode> parts(Kind kind, Field list, Field part) {
        List<ObjectNode> rows = new ArrayList<>();
        of(kind).forEach(entry -> items(entry, list.name()).forEach(item -> numbered(item, part.name())
                .forEach(row -> rows.add(withOwner(kind, entry, row).put(PROVISION, item.path(list.table().identity()).asInt())))));
        return rows;
    }

    /** Returns the items of a list, each with its number from 1. */
    private static List<ObjectNode> numbered(ObjectNode owner, String list) {
        List<ObjectNode> rows = items(owner, list).toList();
        IntStream.range(0, rows.size()).forEach(i -> rows.get(i).put(STEP, i + 1));
        return rows;
    }

    List<ObjectNode> attestations() {
        List<ObjectNode> rows = new ArrayList<>();
        entries.forEach((kind, list) -> list.forEach(entry -> {
            items(entry, "attestations").forEach(item -> rows.add(of(kind, entry, item)));
            items(entry, "provisions").forEach(provision -> {
                int number = provision.get("number").asInt();
                items(provision, "attestations").forEach(item -> rows.add(of(kind, entry, item).put(PROVISION, number)));
                numbered(provision, "steps").forEach(step -> items(step, "attestations")
                        .forEach(item -> rows.add(of(kind, entry, item).put(PROVISION, number).set(STEP, step.get(STEP)))));
            });
        }));
        return rows;
    }

    /** Returns the items of a list that several kinds have. */
    List<ObjectNode> ofAllKinds(String list) {
        List<ObjectNode> rows = new ArrayList<>();
        entries.forEach((kind, all) -> all.forEach(entry -> items(entry, list).forEach(item -> rows.add(of(kind, entry, item)))));
        return rows;
    }

    private static Stream<ObjectNode> items(ObjectNode entry, String list) {
        List<ObjectNode> items = new ArrayList<>();
        entry.path(list).forEach(item -> items.add(item.deepCopy()));
        return items.stream();
    }

    private static ObjectNode of(Kind kind, ObjectNode entry, ObjectNode item) {
        return item.put("kind", kind.word()).put("slug", entry.get("slug").asText());
    }
}
