package org.parley.dataset.dump;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.parley.dataset.dump.RecordDigests.Name;
import org.parley.entry.DataSet;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.write.ProjectionCheck;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** Finds records whose entry does not match its digest, the change log, or the rows of the other tables. */
final class RecordCheck {

    private static final String DATABASE = "the database";

    private final RecordCheckQueries queries;
    private final ProjectionCheck projections;
    private final Map<Name, String> faults = new TreeMap<>();

    RecordCheck(RecordCheckQueries queries, StatelessSession session) {
        this.queries = queries;
        this.projections = new ProjectionCheck(session);
    }

    /** Compares the stored entries with the recorded digests, and those that match with the rows of the other tables. */
    List<Fault> faults(EntryFiles stored, DataSet data, Map<Name, String> recorded) {
        Map<Name, String> found = RecordDigests.of(data);
        List<Fault> all = new ArrayList<>();
        compareWithLog(recorded.keySet());
        queries.withOtherSlug().forEach(name -> add(name, "has the entry of another record"));
        compareDigests(recorded, found, stored);
        compareRows(data, recorded, found);
        faults.forEach((name, message) -> all.add(new Fault(DATABASE, 0, name.toString(), message)));
        return all;
    }

    /** Compares the records with those of the change log, which has the points of a statement in its entry. */
    private void compareWithLog(Set<Name> records) {
        Set<Name> logged = new TreeSet<>();
        queries.lastRecorded().forEach((name, points) -> {
            logged.add(name);
            for (int number = 1; number <= points; number++) {
                logged.add(new Name(Kind.POSITION, Points.slug(name.slug(), number)));
            }
        });
        logged.stream().filter(name -> !records.contains(name))
                .forEach(name -> add(name, "is in the change log but not in the table record"));
        records.stream().filter(name -> !logged.contains(name)).forEach(name -> add(name, "is not in the change log"));
    }

    private void compareDigests(Map<Name, String> recorded, Map<Name, String> found, EntryFiles stored) {
        found.keySet().stream().filter(name -> !recorded.containsKey(name)).forEach(name -> add(name, "has no row in the table record"));
        recorded.keySet().stream().filter(name -> !found.containsKey(name)).forEach(name -> add(name, "has no entry"));
        List<Name> different = recorded.keySet().stream()
                .filter(name -> !faults.containsKey(name) && !recorded.get(name).equals(found.get(name))).toList();
        Map<Name, String> keys = differentKeys(different, stored);
        different.forEach(name -> add(name, "does not match its recorded digest" + keys.getOrDefault(name, "")));
    }

    /** Describes the keys of these entries that differ from the change log. */
    private Map<Name, String> differentKeys(List<Name> names, EntryFiles stored) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<Name, JsonNode> entries = new HashMap<>();
        stored.files().forEach(file -> file.entries().forEach(entry -> entries.put(new Name(entry.kind(), entry.slug()), entry.node())));
        Map<Name, String> keys = new HashMap<>();
        queries.entries(names).forEach((name, text) -> keys.put(name, differentKeys(CanonicalEntry.read(text), entries.get(name))));
        return keys;
    }

    private static String differentKeys(JsonNode recorded, JsonNode found) {
        Set<String> keys = new TreeSet<>();
        recorded.fieldNames().forEachRemaining(keys::add);
        found.fieldNames().forEachRemaining(keys::add);
        keys.removeIf(key -> recorded.path(key).equals(found.path(key)));
        return keys.isEmpty() ? "" : "; it differs from the change log in " + String.join(", ", keys);
    }

    private void compareRows(DataSet data, Map<Name, String> recorded, Map<Name, String> found) {
        List<CanonicalEntry> matching = Arrays.stream(Kind.values()).flatMap(kind -> data.of(kind).stream()).filter(entry -> {
            Name name = new Name(entry.kind(), entry.slug());
            return found.get(name).equals(recorded.get(name));
        }).toList();
        projections.differences(matching).forEach(difference -> add(new Name(difference.kind(), difference.slug()),
                "has rows in the table " + difference.table() + " that do not match its entry"));
    }

    private void add(Name name, String message) {
        faults.putIfAbsent(name, message);
    }
}
