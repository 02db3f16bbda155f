package org.parley.entry.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.record.Table;

/** Primary keys of the rows that a write refers to: records, offices and provisions. */
class RowKeys {

    private final Map<Kind, Map<String, Long>> records = new EnumMap<>(Kind.class);
    private final Map<Identity, Long> identified = new HashMap<>();
    private final Map<Long, Long> officesOf = new HashMap<>();

    private record Identity(String table, Long owner, String name) {}

    final void put(Kind kind, String slug, Long key) {
        records.computeIfAbsent(kind, all -> new HashMap<>()).put(slug, key);
    }

    /** Adds a row of {@link WriteQueries#identified}. */
    final void putIdentified(Table table, Object[] row) {
        if (((Number) row[4]).intValue() == 1) {
            identified.put(new Identity(table.name(), (Long) row[0], (String) row[1]), (Long) row[2]);
        }
        if (table.name().equals(Tables.OFFICE)) {
            officesOf.put((Long) row[2], (Long) row[3]);
        }
    }

    final boolean has(Kind kind, String slug) {
        return records.getOrDefault(kind, Map.of()).containsKey(slug);
    }

    final boolean has(CanonicalEntry entry) {
        return has(entry.kind(), entry.slug());
    }

    /** Returns the key of a record; null if the slug is null. */
    Long of(Kind kind, String slug) {
        if (slug == null) {
            return null;
        }
        Long key = records.getOrDefault(kind, Map.of()).get(slug);
        if (key == null) {
            throw new IllegalStateException("No row for the " + kind.word() + " " + slug);
        }
        return key;
    }

    final Long of(CanonicalEntry entry) {
        return of(entry.kind(), entry.slug());
    }

    final List<Long> of(Kind kind, Collection<String> slugs) {
        return slugs.stream().map(slug -> of(kind, slug)).toList();
    }

    final List<Long> of(Collection<CanonicalEntry> entries) {
        return entries.stream().map(this::of).toList();
    }

    /** Returns the key of an item's row in a table with an identity column. */
    Long identified(Table table, Long owner, JsonNode item) {
        return identified.get(new Identity(table.name(), owner, item.path(table.identity()).asText()));
    }

    /** Returns the key of an office by its holder and title: that of its first term. */
    final Long office(Long holder, String title) {
        return identified.get(new Identity(Tables.OFFICE, holder, title));
    }

    /** Returns the key of the state or body that an office belongs to; null for no office. */
    final Long officeOf(Long office) {
        return office == null ? null : officesOf.get(office);
    }
}
