package org.parley.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records of a kind by the words of their names, in periods of about a month. However many records there are, it finds a limited number
 * for one that is compared with them: those with the rarest words.
 */
final class NearRecords {

    /** The most records of a word in a period, or of a day, of which those nearest in time are taken. */
    private static final int COMMON = 500;
    /** The most records that one is compared with. */
    static final int MOST = 60;
    private static final int DAYS = 3;
    private static final long PERIOD = Comparison.FAR + 1L;
    /** A record of more periods than this is in the period of records without dates. */
    private static final int LONG = 12;
    private static final long UNDATED = Long.MIN_VALUE;
    /** Precedes a whole name among the words. */
    private static final String WHOLE = "=";
    /** Precedes the consonants of a word among the words of records without dates. */
    private static final String SOUND = "~";

    private final TreeMap<Long, Map<String, List<KnownRecord>>> byPeriod = new TreeMap<>();
    private final TreeMap<Long, List<KnownRecord>> byDay = new TreeMap<>();
    private final Map<String, List<KnownRecord>> byNameAndDay = new HashMap<>();

    void add(KnownRecord record) {
        Set<String> words = words(record);
        for (long period : periods(record)) {
            Map<String, List<KnownRecord>> records = byPeriod.computeIfAbsent(period, none -> new HashMap<>());
            words.forEach(word -> records.computeIfAbsent(word, none -> new ArrayList<>(2)).add(record));
        }
        if (record.firstDay() != null) {
            byDay.computeIfAbsent(record.firstDay(), none -> new ArrayList<>(2)).add(record);
            namesWithDay(record).forEach(name -> byNameAndDay.computeIfAbsent(name, none -> new ArrayList<>(2)).add(record));
        }
    }

    void remove(KnownRecord record) {
        Set<String> words = words(record);
        for (long period : periods(record)) {
            words.forEach(word -> removeLast(byPeriod.get(period).get(word), record));
        }
        if (record.firstDay() != null) {
            removeLast(byDay.get(record.firstDay()), record);
            namesWithDay(record).forEach(name -> removeLast(byNameAndDay.get(name), record));
        }
    }

    static void removeLast(List<KnownRecord> records, KnownRecord record) {
        int index = records.lastIndexOf(record);
        if (index >= 0) {
            records.remove(index);
        }
    }

    private static Set<String> words(KnownRecord record) {
        Set<String> words = new LinkedHashSet<>();
        record.names().forEach(name -> {
            words.add(WHOLE + name.text());
            words.addAll(name.words());
        });
        if (!record.isDated()) {
            record.names().stream().flatMap(name -> name.words().stream()).map(NameSounds::consonants)
                    .filter(consonants -> consonants.length() > 1).forEach(consonants -> words.add(SOUND + consonants));
        }
        return words;
    }

    private static Set<String> namesWithDay(KnownRecord record) {
        return record.names().stream().map(name -> name.text() + WHOLE + record.firstDay()).collect(Collectors.toSet());
    }

    private static List<Long> periods(KnownRecord record) {
        if (record.firstDay() == null || record.lastDay() == null) {
            return List.of(UNDATED);
        }
        long first = Math.floorDiv(record.firstDay(), PERIOD);
        long last = Math.floorDiv(record.lastDay(), PERIOD);
        return last - first > LONG ? List.of(UNDATED) : Stream.iterate(first, period -> period <= last, period -> period + 1).toList();
    }

    /**
     * Returns the records with a word, the name or nearly the date of a foreign one: first those of its name and day, then those by the
     * rarest words, and of these the nearest in time.
     */
    Set<KnownRecord> near(KnownRecord foreign) {
        List<List<KnownRecord>> found = new ArrayList<>();
        Set<String> words = words(foreign);
        for (Map<String, List<KnownRecord>> period : periodsNear(foreign)) {
            for (String word : words) {
                found.add(period.getOrDefault(word, List.of()));
            }
        }
        if (foreign.firstDay() != null) {
            long day = foreign.firstDay();
            found.addAll(byDay.subMap(day - DAYS, day + DAYS + 1).values());
        }
        found.sort(Comparator.comparingInt(List::size));
        if (foreign.firstDay() != null) {
            namesWithDay(foreign).forEach(name -> found.add(0, byNameAndDay.getOrDefault(name, List.of())));
        }
        Set<KnownRecord> near = new LinkedHashSet<>();
        for (List<KnownRecord> records : found) {
            if (near.size() >= MOST) {
                break;
            }
            addNearest(near, records, foreign);
        }
        return near;
    }

    /** Adds the nearest in time of the first records. */
    private static void addNearest(Set<KnownRecord> near, List<KnownRecord> records, KnownRecord foreign) {
        List<KnownRecord> others = new ArrayList<>();
        for (KnownRecord record : records.subList(0, Math.min(COMMON, records.size()))) {
            if (Comparison.isNear(foreign, record) && !near.contains(record)) {
                others.add(record);
            }
        }
        if (others.size() > MOST - near.size()) {
            others.sort(Comparator.comparingLong(record -> days(foreign, record)));
        }
        others.stream().limit(MOST - near.size()).forEachOrdered(near::add);
    }

    /** Returns the days between the first days. Unknown ones are near. */
    private static long days(KnownRecord foreign, KnownRecord record) {
        return foreign.firstDay() == null || record.firstDay() == null ? 0 : Math.abs(foreign.firstDay() - record.firstDay());
    }

    private Collection<Map<String, List<KnownRecord>>> periodsNear(KnownRecord foreign) {
        List<Long> periods = periods(foreign);
        if (periods.get(0) == UNDATED) {
            return byPeriod.values();
        }
        List<Map<String, List<KnownRecord>>> near = new ArrayList<>(
                byPeriod.subMap(periods.get(0) - 1, true, periods.get(periods.size() - 1) + 1, true).values());
        near.add(byPeriod.getOrDefault(UNDATED, Map.of()));
        return near;
    }
}
