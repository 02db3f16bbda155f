package org.parley.mutation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.change.FieldChange;

/** A change of a record after the revision that the client has read, with the changed fields. */
record ChangesSince(long revision, String act, Instant at, String editor, String why, List<String> fields) {

    static ChangesSince of(Object[] row) {
        return new ChangesSince((Long) row[0], (String) row[1], (Instant) row[2], (String) row[3], (String) row[4],
                FieldChange.between((String) row[5], (String) row[6]).stream().map(FieldChange::field).sorted().toList());
    }

    boolean isRetraction() {
        return act.equals("RETRACTED");
    }

    /** Describes the change in an error message: `AMENDED by a at 2026-01-01T00:00:00Z: date, title`. */
    String describe() {
        return act + " by " + editor + " at " + at + (fields.isEmpty() || isRetraction() ? "" : ": " + String.join(", ", fields));
    }

    /** Returns the change for the extensions of an error. */
    Map<String, Object> toExtension() {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("revision", String.valueOf(revision));
        extension.put("act", act);
        extension.put("at", at.toString());
        extension.put("editor", editor);
        extension.put("why", why);
        extension.put("fields", fields);
        return extension;
    }
}
