package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** The records of a data set and of an import, found by slug, identifier, name or date in constant time. */
public final class RecordIndex {

    /** Words of more records than this find no candidates: they tell records apart badly. */
    private static final int COMMON = 100;
    private static final int DAYS = 3;

    private final Map<Kind, Map<String, KnownRecord>> bySlug = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<KnownRecord>>> byName = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<KnownRecord>>> byWord = new EnumMap<>(Kind.class);
    private final Map<Kind, TreeMap<Long, List<KnownRecord>>> byDay = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Set<KnownRecord>>> byIdentifier = new EnumMap<>(Kind.class);

    private final Map<String, String> earlierEdition = new HashMap<>();

    public RecordIndex(EntryFiles dataSet) {
        dataSet.entries(Kind.SOURCE).filter(source -> source.node().has("editionOf"))
                .forEach(source -> earlierEdition.put(source.slug(), source.node().path("editionOf").asText()));
        for (Kind kind : Kind.values()) {
            bySlug.put(kind, new HashMap<>());
            byName.put(kind, new HashMap<>());
            byWord.put(kind, new HashMap<>());
            byDay.put(kind, new TreeMap<>());
            byIdentifier.put(kind, new HashMap<>());
        }
        dataSet.entries().filter(entry -> entry.slug() != null).forEach(entry -> add(entry.kind(), entry.node()));
    }

    /** Adds a record that later ones are compared with. */
    public void add(Kind kind, JsonNode entry) {
        KnownRecord record = KnownRecord.known(kind, entry, this::series);
        bySlug.get(kind).put(record.slug(), record);
        identify(record);
        Set<String> words = new LinkedHashSet<>();
        record.names().stream().distinct().forEach(name -> {
            byName.get(kind).computeIfAbsent(name.text(), none -> new ArrayList<>()).add(record);
            words.addAll(name.words());
        });
        words.forEach(word -> byWord.get(kind).computeIfAbsent(word, none -> new ArrayList<>()).add(record));
        if (record.firstDay() != null) {
            byDay.get(kind).computeIfAbsent(record.firstDay().toEpochDay(), none -> new ArrayList<>()).add(record);
        }
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
        record.names().stream().distinct().forEach(name -> {
            removeLast(byName.get(kind).get(name.text()), record);
            name.words().forEach(word -> removeLast(byWord.get(kind).get(word), record));
        });
        if (record.firstDay() != null) {
            removeLast(byDay.get(kind).get(record.firstDay().toEpochDay()), record);
        }
    }

    private static void removeLast(List<KnownRecord> records, KnownRecord record) {
        int index = records.lastIndexOf(record);
        if (index >= 0) {
            records.remove(index);
        }
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
        return Match
                .of(byName.get(kind).getOrDefault(NameKey.of(text).text(), List.of()).stream().distinct().map(Comparison::named).toList());
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
        KnownRecord foreign = KnownRecord.foreign(kind, entry, this::series, isReference);
        Comparison comparison = new Comparison(foreign);
        List<KnownRecord> identified = foreign.identifiers().stream()
                .flatMap(identifier -> byIdentifier.get(kind).getOrDefault(identifier, Set.of()).stream()).distinct().toList();
        return Match.of(identified.isEmpty() ? near(foreign).stream().map(comparison::with).toList()
                : identified.stream().map(known -> comparison.identified(known, identified.size() == 1)).toList());
    }

    private Set<KnownRecord> near(KnownRecord foreign) {
        Set<KnownRecord> near = new LinkedHashSet<>();
        Map<String, List<KnownRecord>> words = byWord.get(foreign.kind());
        foreign.names().forEach(name -> {
            byName.get(foreign.kind()).getOrDefault(name.text(), List.of()).stream().limit(COMMON).forEach(near::add);
            name.words().stream().map(word -> words.getOrDefault(word, List.of())).filter(records -> records.size() <= COMMON)
                    .forEach(near::addAll);
        });
        if (foreign.firstDay() != null) {
            long day = foreign.firstDay().toEpochDay();
            byDay.get(foreign.kind()).subMap(day - DAYS, day + DAYS + 1).values().stream().flatMap(List::stream).limit(COMMON)
                    .forEach(near::add);
        }
        return near;
    }
}
