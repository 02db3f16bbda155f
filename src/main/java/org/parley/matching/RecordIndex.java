package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** The records of a data set and of an import, found by slug, identifier, name or date in constant time. */
public final class RecordIndex {

    /** A name occurs mostly in rows that follow each other. */
    private static final int RECENT_NAMES = 1000;

    private final Map<Kind, Map<String, KnownRecord>> bySlug = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<KnownRecord>>> byName = new EnumMap<>(Kind.class);
    private final Map<Kind, NearRecords> nearRecords = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Set<KnownRecord>>> byIdentifier = new EnumMap<>(Kind.class);

    private final Map<String, String> earlierEdition = new HashMap<>();
    private final Map<String, NameKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NameKey> eldest) {
            return size() > RECENT_NAMES;
        }
    };
    private long comparisons;

    public RecordIndex(EntryFiles dataSet) {
        dataSet.entries(Kind.SOURCE).filter(source -> source.node().has("editionOf"))
                .forEach(source -> earlierEdition.put(source.slug(), source.node().path("editionOf").asText()));
        for (Kind kind : Kind.values()) {
            bySlug.put(kind, new HashMap<>());
            byName.put(kind, new HashMap<>());
            nearRecords.put(kind, new NearRecords());
            byIdentifier.put(kind, new HashMap<>());
        }
        dataSet.entries().filter(entry -> entry.slug() != null).forEach(entry -> add(entry.kind(), entry.node()));
    }

    /** Adds a record that later ones are compared with. */
    public void add(Kind kind, JsonNode entry) {
        KnownRecord record = KnownRecord.known(kind, entry, this::series, this::key);
        bySlug.get(kind).put(record.slug(), record);
        identify(record);
        record.names().stream().distinct()
                .forEach(name -> byName.get(kind).computeIfAbsent(name.text(), none -> new ArrayList<>(2)).add(record));
        nearRecords.get(kind).add(record);
    }

    private NameKey key(String name) {
        return keys.computeIfAbsent(name, NameKey::of);
    }

    private void identify(KnownRecord record) {
        record.identifiers().forEach(
                identifier -> byIdentifier.get(record.kind()).computeIfAbsent(identifier, none -> new LinkedHashSet<>()).add(record));
    }

    /** Adds the identifiers and locators that a record got. */
    public void extend(Kind kind, JsonNode entry) {
        KnownRecord record = bySlug.get(kind).get(entry.path("slug").asText());
        record.extend(entry, this::series);
        identify(record);
    }

    /** Removes a record that was just added. */
    public void remove(Kind kind, String slug) {
        KnownRecord record = bySlug.get(kind).remove(slug);
        record.identifiers().forEach(identifier -> byIdentifier.get(kind).get(identifier).remove(record));
        record.names().stream().distinct().forEach(name -> NearRecords.removeLast(byName.get(kind).get(name.text()), record));
        nearRecords.get(kind).remove(record);
    }

    /** Returns the first edition of a source. */
    public String series(String source) {
        String first = source;
        for (int steps = 0; earlierEdition.containsKey(first) && steps < earlierEdition.size(); steps++) {
            first = earlierEdition.get(first);
        }
        return first;
    }

    public boolean hasSlug(Kind kind, String slug) {
        return bySlug.get(kind).containsKey(slug);
    }

    /** Returns the names of all records of a kind, and their slugs. */
    public Stream<String> namesAndSlugs(Kind kind) {
        return bySlug.get(kind).values().stream().flatMap(record -> Stream.of(record.slug(), record.displayName()));
    }

    /** Returns the records that a text names: by slug, else by name or alias. */
    public Match named(Kind kind, String text) {
        if (hasSlug(kind, text)) {
            return Match.same(text, "slug");
        }
        return Match.of(byName.get(kind).getOrDefault(key(text).text(), List.of()).stream().distinct().map(Comparison::named).toList());
    }

    /** Returns the name, the title, or the summary of a record. */
    public static String displayName(JsonNode entry) {
        return entry.path("name").asText(entry.path("title").asText(entry.path("summary").asText()));
    }

    /** Returns the name of a record, or its slug if it is not known. */
    public String name(Kind kind, String slug) {
        return hasSlug(kind, slug) ? bySlug.get(kind).get(slug).displayName() : slug;
    }

    /**
     * Compares a foreign record with those that share an identifier, or else a name, a rare word of it, or nearly the date.
     *
     * @param isReference whether it is named in a record of something else, whose locator it has
     */
    public Match compare(Kind kind, JsonNode entry, boolean isReference) {
        KnownRecord foreign = KnownRecord.foreign(kind, entry, this::series, this::key, isReference);
        Comparison comparison = new Comparison(foreign);
        List<KnownRecord> identified = foreign.identifiers().stream()
                .flatMap(identifier -> byIdentifier.get(kind).getOrDefault(identifier, Set.of()).stream()).distinct().toList();
        if (!identified.isEmpty()) {
            return Match.of(identified.stream().map(known -> comparison.identified(known, identified.size() == 1)).toList());
        }
        Set<KnownRecord> near = nearRecords.get(kind).near(foreign);
        comparisons += near.size();
        return Match.of(near.stream().flatMap(known -> comparison.with(known).stream()).toList());
    }

    /**
     * Returns the items of a record that state an identifier or a locator that a foreign record has too.
     *
     * @param isReference whether the foreign record is named in a record of something else
     */
    public List<WrittenItem> shared(Kind kind, JsonNode foreign, JsonNode record, boolean isReference) {
        Set<String> identifiers = KnownRecord.foreign(kind, foreign, this::series, this::key, isReference).identifiers();
        List<WrittenItem> shared = new ArrayList<>();
        for (String list : List.of("identifiers", "attestations")) {
            for (JsonNode item : record.path(list)) {
                ObjectNode part = JsonNodeFactory.instance.objectNode();
                part.set("date", record.get("date"));
                part.putArray(list).add(item);
                Set<String> stated = KnownRecord.known(kind, record.has("date") ? part : part.without("date"), this::series, this::key)
                        .identifiers();
                if (!Collections.disjoint(stated, identifiers)) {
                    shared.add(new WrittenItem(kind.folder(), record.path("slug").asText(), list, item));
                }
            }
        }
        return shared;
    }

    /** Returns how many pairs of records were compared. */
    long comparisons() {
        return comparisons;
    }
}
