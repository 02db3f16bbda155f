package org.parley.seed.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.actor.ParticipationRole;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.RoleColumns;
import org.parley.seed.read.SeedKind;

/** The rows of the tables, each as the JSON of which the columns are keys. */
final class CsvRows {

    private final Map<SeedKind, List<ObjectNode>> entries = new EnumMap<>(SeedKind.class);

    CsvRows(DataSet data) {
        for (SeedKind kind : SeedKind.values()) {
            entries.put(kind, data.of(kind).stream().map(DataSet::tree).toList());
        }
        entries.get(SeedKind.MEETING).forEach(CsvRows::addRoles);
    }

    /** Who had which role, told in a column of its own as well. */
    private static void addRoles(ObjectNode meeting) {
        for (JsonNode participation : meeting.path("participations")) {
            participation.path("roles").forEach(role -> meeting.withArray("/" + RoleColumns.of(ParticipationRole.valueOf(role.asText())))
                    .add(participation.get("actor")));
        }
    }

    List<ObjectNode> of(SeedKind kind) {
        return entries.get(kind);
    }

    /** The items of a list that the entries of one kind hold, each with its entry's slug. */
    List<ObjectNode> in(SeedKind kind, String list) {
        return of(kind).stream().flatMap(entry -> items(entry, list).map(item -> item.put(kind.word(), entry.get("slug").asText())))
                .toList();
    }

    /** One row a role. */
    List<ObjectNode> participations() {
        List<ObjectNode> rows = new ArrayList<>();
        in(SeedKind.MEETING, "participations")
                .forEach(row -> row.get("roles").forEach(role -> rows.add(row.deepCopy().put("role", role.asText()))));
        return rows;
    }

    List<ObjectNode> references() {
        List<ObjectNode> rows = new ArrayList<>();
        for (ObjectNode statement : of(SeedKind.STATEMENT)) {
            items(statement, "references").forEach(
                    reference -> reference.properties().stream().filter(field -> !field.getKey().equals("relation")).limit(1).toList()
                            .forEach(field -> rows.add(reference.objectNode().put("statement", statement.get("slug").asText())
                                    .put("relation", reference.get("relation").asText()).put("kind", field.getKey())
                                    .put("slug", field.getValue().asText()))));
        }
        return rows;
    }

    List<ObjectNode> attestations() {
        List<ObjectNode> rows = new ArrayList<>();
        entries.forEach((kind, all) -> all.forEach(entry -> {
            items(entry, "attestations").forEach(item -> rows.add(of(kind, entry, item)));
            items(entry, "provisions").forEach(provision -> items(provision, "attestations")
                    .forEach(item -> rows.add(of(kind, entry, item).put("provision", provision.get("number").asInt()))));
        }));
        return rows;
    }

    List<ObjectNode> resolutions() {
        List<ObjectNode> rows = new ArrayList<>();
        entries.forEach((kind, all) -> all.forEach(entry -> items(entry, "resolutions").forEach(item -> rows.add(of(kind, entry, item)))));
        return rows;
    }

    private static Stream<ObjectNode> items(ObjectNode entry, String list) {
        List<ObjectNode> items = new ArrayList<>();
        entry.path(list).forEach(item -> items.add(item.deepCopy()));
        return items.stream();
    }

    private static ObjectNode of(SeedKind kind, ObjectNode entry, ObjectNode item) {
        return item.put("kind", kind.word()).put("slug", entry.get("slug").asText());
    }
}
