package org.parley.seed.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.parley.change.ChangeAct;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.StoredEntries;

/** Notes what a write did: for each entry how it was before and how it is after. A point of a statement is in its statement's entry. */
final class ChangeLog {

    private final StatelessSession session;
    private final StoredEntries stored;
    private final Map<SeedKind, Map<Long, ObjectNode>> before = new EnumMap<>(SeedKind.class);

    private record Noted(SeedKind kind, Long key, ChangeAct act, ObjectNode before, ObjectNode after) {

        private String slug() {
            return (after == null ? before : after).get("slug").asText();
        }
    }

    ChangeLog(StatelessSession session) {
        this.session = session;
        this.stored = new StoredEntries(session);
    }

    /** Reads how these records are, which are to be amended or to go. Comes before they are written. */
    void before(SeedKind kind, Collection<Long> keys) {
        before.computeIfAbsent(kind, none -> new HashMap<>()).putAll(stored.ofKeys(kind, keys));
    }

    /** Writes what was done to them: these are as they are now, the others of before are gone. An entry that says the same is no change. */
    void write(Map<SeedKind, List<Long>> written, Authorship author, long revision, WriteQueries queries) {
        List<Noted> noted = noted(written, author.act());
        Instant at = queries.stampRevision();
        Rows rows = new Rows("change", "revision bigint", "position int", "act text", "kind text", "slug text", "record_id bigint",
                "at timestamptz", "editor text", "why text", "before json", "after json");
        int position = 1;
        for (Noted one : noted) {
            rows.add(revision, position++, one.act, one.kind, one.slug(), one.key, at.toString(), author.editor(), author.why(),
                    text(one.before), text(one.after));
        }
        rows.insert(session);
    }

    private List<Noted> noted(Map<SeedKind, List<Long>> written, ChangeAct amended) {
        List<Noted> noted = new ArrayList<>();
        for (SeedKind kind : SeedKind.values()) {
            Map<Long, ObjectNode> was = before.getOrDefault(kind, Map.of());
            Map<Long, ObjectNode> is = stored.ofKeys(kind, written.getOrDefault(kind, List.of()));
            is.forEach((key, after) -> {
                ObjectNode old = was.get(key);
                if (!after.equals(old)) {
                    noted.add(new Noted(kind, key, old == null ? ChangeAct.RECORDED : amended, old, after));
                }
            });
            was.forEach((key, old) -> {
                if (!is.containsKey(key)) {
                    noted.add(new Noted(kind, key, ChangeAct.RETRACTED, old, null));
                }
            });
        }
        return noted;
    }

    private static String text(ObjectNode entry) {
        return entry == null ? null : entry.toString();
    }
}
