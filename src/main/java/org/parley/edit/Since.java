package org.parley.edit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.change.FieldChange;

/** What was done to a record since an editor saw it, and in which of its fields. */
record Since(long revision, String act, Instant at, String editor, String why, List<String> fields) {

    static Since of(Object[] row) {
        return new Since((Long) row[0], (String) row[1], (Instant) row[2], (String) row[3], (String) row[4],
                FieldChange.between((String) row[5], (String) row[6]).stream().map(FieldChange::field).sorted().toList());
    }

    boolean isRetraction() {
        return act.equals("RETRACTED");
    }

    /** In words: 'AMENDED by a at 2026-01-01T00:00:00Z: date, title'. */
    String words() {
        return act + " by " + editor + " at " + at + (fields.isEmpty() || isRetraction() ? "" : ": " + String.join(", ", fields));
    }

    /** As it stands in the extensions of an error. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("revision", String.valueOf(revision));
        told.put("act", act);
        told.put("at", at.toString());
        told.put("editor", editor);
        told.put("why", why);
        told.put("fields", fields);
        return told;
    }
}
