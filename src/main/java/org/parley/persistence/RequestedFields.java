package org.parley.persistence;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The requested fields of the entities to read. Types that are not listed are read with all attributes.
 *
 * @param byType the names of fields by the name of their type
 * @param cursors whether cursors of these entities are requested
 */
public record RequestedFields(Map<String, Set<String>> byType, boolean cursors) {

    /** All fields of all types. */
    public static final RequestedFields ALL = new RequestedFields(Map.of(), true);

    /** Whether one of these fields of the type is requested. */
    boolean includesAny(String type, Set<String> fields) {
        Set<String> requested = byType.get(type);
        return requested == null || !Collections.disjoint(requested, fields);
    }
}
