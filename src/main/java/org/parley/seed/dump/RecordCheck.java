package org.parley.seed.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.seed.dump.RecordDigests.Name;
import org.parley.seed.entry.PositionSeed;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.time.EdtfException;
import org.parley.time.PartialDate;

/** Finds the records of which the tables do not say what was recorded: by their digests, and by the log of changes. */
final class RecordCheck {

    private static final String DATABASE = "the database";
    private static final JsonMapper JSON = new JsonMapper();

    private final RecordCheckQueries queries;
    private final Map<Name, String> faults = new TreeMap<>();

    RecordCheck(RecordCheckQueries queries) {
        this.queries = queries;
    }

    /** Compares the entries that the tables make up, and their digests, with the digests that were recorded. */
    List<Fault> faults(SeedFolder stored, Map<Name, String> found, Map<Name, String> recorded) {
        List<Fault> all = new ArrayList<>();
        compareWithLog(recorded.keySet());
        compareDigests(recorded, found, stored);
        queries.gaps().forEach(row -> add(new Name((String) row[0], (String) row[1]), (String) row[2]));
        queries.dates().stream().filter(RecordCheck::isWrongDate).forEach(row -> add(new Name((String) row[0], (String) row[1]),
                "has a date '" + row[2] + "' that does not fit what was derived from it"));
        faults.forEach((name, message) -> all.add(new Fault(DATABASE, 0, name.toString(), message)));
        return all;
    }

    /** The log knows which records there are to be; a statement's points by their number. */
    private void compareWithLog(Set<Name> records) {
        Set<Name> logged = new TreeSet<>();
        queries.standing().forEach((name, points) -> {
            logged.add(name);
            for (int number = 1; number <= points; number++) {
                logged.add(new Name(SeedKind.POSITION, PositionSeed.slugOfPoint(name.slug(), number)));
            }
        });
        logged.stream().filter(name -> !records.contains(name)).forEach(name -> add(name, "was recorded, and is missing"));
        records.stream().filter(name -> !logged.contains(name)).forEach(name -> add(name, "is there, and no change recorded it"));
    }

    private void compareDigests(Map<Name, String> recorded, Map<Name, String> found, SeedFolder stored) {
        found.keySet().stream().filter(name -> !recorded.containsKey(name)).forEach(name -> add(name, "has no row in the table record"));
        recorded.keySet().stream().filter(name -> !found.containsKey(name))
                .forEach(name -> add(name, "has no row in the table of its kind"));
        List<Name> different = recorded.keySet().stream()
                .filter(name -> !faults.containsKey(name) && !recorded.get(name).equals(found.get(name))).toList();
        Map<Name, String> keys = differentKeys(different, stored);
        different.forEach(name -> add(name, "is not what was recorded" + keys.getOrDefault(name, "")));
    }

    /** Which keys of these entries are not as the log has them, in words. */
    private Map<Name, String> differentKeys(List<Name> names, SeedFolder stored) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<Name, JsonNode> entries = new HashMap<>();
        stored.files().forEach(file -> file.entries().forEach(entry -> entries.put(new Name(entry.kind(), entry.slug()), entry.node())));
        Map<Name, String> keys = new HashMap<>();
        queries.entries(names).forEach((name, text) -> keys.put(name, differentKeys(read(text), entries.get(name))));
        return keys;
    }

    private static String differentKeys(JsonNode recorded, JsonNode found) {
        Set<String> keys = new TreeSet<>();
        recorded.fieldNames().forEachRemaining(keys::add);
        found.fieldNames().forEachRemaining(keys::add);
        keys.removeIf(key -> recorded.path(key).equals(found.path(key)));
        return keys.isEmpty() ? "" : "; it differs in " + String.join(", ", keys);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Columns: kind, slug, EDTF, reading, inferred, first and last day. */
    private static boolean isWrongDate(Object[] row) {
        try {
            PartialDate date = PartialDate.of((String) row[2], (String) row[3], Boolean.TRUE.equals(row[4]));
            return !Arrays.asList(date.inferred, date.earliest, date.latest).equals(Arrays.asList(row).subList(4, 7));
        } catch (EdtfException e) {
            return true;
        }
    }

    private void add(Name name, String message) {
        faults.putIfAbsent(name, message);
    }
}
