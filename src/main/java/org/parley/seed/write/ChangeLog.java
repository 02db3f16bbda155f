package org.parley.seed.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.parley.change.ChangeAct;
import org.parley.seed.Progress;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.StoredEntries;

/** Notes what a write did: for each entry how it was before and how it is after. A point of a statement is in its statement's entry. */
final class ChangeLog {

    private static final JsonMapper JSON = new JsonMapper();
    /** Entries that are read at once. All others are held as text, which takes a tenth of the memory. */
    private static final int BATCH = 1000;

    private final StatelessSession session;
    private final StoredEntries stored;
    private final Map<SeedKind, Map<Long, String>> before = new EnumMap<>(SeedKind.class);

    private record Noted(SeedKind kind, String slug, Long key, ChangeAct act, String before, String after) {}

    ChangeLog(StatelessSession session) {
        this.session = session;
        this.stored = new StoredEntries(session);
    }

    /** Reads how these records are, which are to be amended or to go. Comes before they are written. */
    void before(SeedKind kind, Collection<Long> keys) {
        Map<Long, String> texts = before.computeIfAbsent(kind, none -> new HashMap<>());
        Batches.of(keys, BATCH).forEach(some -> stored.ofKeys(kind, some).forEach((key, entry) -> texts.put(key, entry.toString())));
    }

    /** Writes what was done to them: these are as they are now, the others of before are gone. An entry that says the same is no change. */
    void write(Map<SeedKind, List<Long>> written, Authorship author, long revision, WriteQueries queries, Progress progress) {
        progress.begin("changes recorded:", written.values().stream().mapToInt(List::size).sum());
        List<Noted> noted = noted(written, author.act(), progress);
        Instant at = queries.stampRevision();
        Rows rows = new Rows("change", "revision bigint", "position int", "act text", "kind text", "slug text", "record_id bigint",
                "at timestamptz", "editor text", "issuer text", "subject text", "why text", "before json", "after json");
        int position = 1;
        for (Noted one : noted) {
            rows.add(revision, position++, one.act, one.kind, one.slug, one.key, at.toString(), author.editor(), author.issuer(),
                    author.subject(), author.why(), one.before, one.after);
        }
        rows.insert(session);
    }

    private List<Noted> noted(Map<SeedKind, List<Long>> written, ChangeAct amended, Progress progress) {
        List<Noted> noted = new ArrayList<>();
        for (SeedKind kind : SeedKind.values()) {
            Map<Long, String> was = before.getOrDefault(kind, new HashMap<>());
            Map<String, Noted> bySlug = new TreeMap<>();
            for (List<Long> keys : Batches.of(written.getOrDefault(kind, List.of()), BATCH)) {
                stored.ofKeys(kind, keys).forEach((key, after) -> {
                    String slug = slug(after);
                    String old = was.remove(key);
                    if (!after.equals(read(old))) {
                        bySlug.put(slug, new Noted(kind, slug, key, old == null ? ChangeAct.RECORDED : amended, old, after.toString()));
                    }
                });
                progress.advance(keys.size());
            }
            noted.addAll(bySlug.values());
            was.forEach((key, old) -> noted.add(new Noted(kind, slug(read(old)), key, ChangeAct.RETRACTED, old, null)));
        }
        return noted;
    }

    private static String slug(ObjectNode entry) {
        return entry.get("slug").asText();
    }

    private static ObjectNode read(String entry) {
        try {
            return entry == null ? null : (ObjectNode) JSON.readTree(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
