package org.parley.source;

import java.util.Collection;
import java.util.Map;

/** Reads what records show in fields that refer to other records: the names of these records, in order. */
public interface DisplayedNames {

    /** Returns the names by key of the record and by field, for all such fields that have a value. */
    Map<Long, Map<String, String>> of(Collection<Long> records);
}
