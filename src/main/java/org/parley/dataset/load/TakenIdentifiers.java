package org.parley.dataset.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.entry.Fault;
import org.parley.entry.write.RevisionDraft;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Finds identifiers of the entries to write that editors gave to other records. A check of the files cannot find them. */
final class TakenIdentifiers {

    private record Key(String scheme, String value) {}

    private TakenIdentifiers() {
    }

    static List<Fault> faults(RevisionDraft draft, LoadQueries queries) {
        Map<Key, CanonicalEntry> given = new HashMap<>();
        draft.entries().forEach(entry -> entry.json().path("identifiers").forEach(identifier -> given.put(key(identifier), entry)));
        List<Fault> faults = new ArrayList<>();
        queries.identified(given.keySet().stream().map(Key::scheme).toList(), given.keySet().stream().map(Key::value).toList())
                .forEach(row -> {
                    Kind kind = Kind.valueOf((String) row[2]);
                    String slug = (String) row[3];
                    if (!isRewritten(draft, kind, slug)) {
                        CanonicalEntry entry = given.get(new Key((String) row[0], (String) row[1]));
                        faults.add(new Fault(entry.kind().word(), 0, entry.slug(),
                                "'" + row[1] + "' of the scheme '" + row[0] + "' is an identifier of the " + kind.word() + " '" + slug
                                        + "', changed by an editor; remove it here, or first amend that " + kind.word()));
                    }
                });
        return faults;
    }

    private static Key key(JsonNode identifier) {
        return new Key(identifier.path("scheme").asText(), identifier.path("value").asText());
    }

    /** Whether the load writes or removes the record, so that it no longer has its stored identifiers. */
    private static boolean isRewritten(RevisionDraft draft, Kind kind, String slug) {
        return draft.removed().get(kind).contains(slug) || draft.written().get(kind).stream().anyMatch(entry -> entry.slug().equals(slug));
    }
}
