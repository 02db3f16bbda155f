package org.parley.entry.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.entry.RecordDefinitions;
import org.parley.record.CanonicalEntry;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;

/** Sorts entries of one kind so that a record comes before the records that refer to it by an acyclic reference. */
final class PartOrder {

    private PartOrder() {
    }

    static List<CanonicalEntry> sort(Kind kind, List<CanonicalEntry> entries) {
        List<Field> references = RecordDefinitions.of(kind).entry().fields().stream()
                .filter(field -> field.isAcyclic() && field.type() == FieldType.REFERENCE).toList();
        return references.isEmpty() ? entries : sort(references.get(0).name(), entries);
    }

    private static List<CanonicalEntry> sort(String reference, List<CanonicalEntry> entries) {
        Map<String, CanonicalEntry> bySlug = new LinkedHashMap<>();
        entries.forEach(entry -> bySlug.put(entry.slug(), entry));
        Map<String, CanonicalEntry> ordered = new LinkedHashMap<>();
        for (CanonicalEntry entry : entries) {
            Deque<CanonicalEntry> path = new ArrayDeque<>();
            for (CanonicalEntry next = entry; next != null
                    && !ordered.containsKey(next.slug()); next = bySlug.get(next.json().path(reference).textValue())) {
                path.push(next);
            }
            path.forEach(next -> ordered.put(next.slug(), next));
        }
        return List.copyOf(ordered.values());
    }
}
