package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on changes. */
@ApplicationScoped
class ChangeQueries {

    static final String ALL = "changes";
    static final String OF_RECORD = "changes of a record";

    private static final Listing<Change> IN_ORDER = new Listing<>(Change.class, ALL, "change e", null, "e.id", "e.slug",
            "cast(%s as bigint)", change -> cursor(ALL, change), false);

    /** By its name: a record that was retracted and recorded anew has the history of both. */
    private static final Listing<Change> NEWEST_FIRST = new Listing<>(Change.class, OF_RECORD,
            "record r join change e on e.kind = r.kind and e.slug = r.slug", "r.id = k.id", "e.id", "e.slug", "cast(%s as bigint)",
            change -> cursor(OF_RECORD, change), true);

    private static final String FIRST_SINCE = """
            e.id >= (select r.number * 4294967296 from revision r where r.at >= cast(:since as timestamptz) order by r.at limit 1)""";

    /** As Caller.id makes it. */
    private static final String EDITOR_ID = "left(encode(sha256(convert_to(e.issuer || chr(10) || e.subject, 'UTF8')), 'hex'), 32)";

    private final Store store;

    /** The entry of a record before and after a change, as JSON; null where there was none. */
    record Entries(String before, String after) {}

    ChangeQueries(Store store) {
        this.store = store;
    }

    private static Cursor cursor(String list, Change change) {
        return new Cursor(list, change.key.toString(), change.slug);
    }

    /** All of them that are wanted, in the order in which they were made. */
    Page<ChangeEdge> page(Instant since, ChangeFilter filter, PageRequest request) {
        ChangeFilter wanted = filter == null ? ChangeFilter.NONE : filter;
        Where where = new Where().and(FIRST_SINCE, "since", since == null ? null : inMicros(since).toString())
                .anyOf("e.kind = any(:types)", "types", wanted.types()).anyOf("e.slug = any(:slugs)", "slugs", wanted.slugs())
                .anyOf("e.act = any(:acts)", "acts", wanted.acts()).anyOf("e.editor = any(:editors)", "editors", wanted.editors())
                .anyOf(EDITOR_ID + " = any(:editorIds)", "editorIds", wanted.editorIds());
        return store.page(IN_ORDER, where, request, ChangeEdge::new);
    }

    /** As the database keeps moments. What was done within the rest of the microsecond was done before it. */
    private static Instant inMicros(Instant moment) {
        Instant cut = moment.truncatedTo(ChronoUnit.MICROS);
        return cut.equals(moment) ? cut : cut.plus(1, ChronoUnit.MICROS);
    }

    /** Those of each record, newest first. */
    List<Page<ChangeEdge>> ofRecords(List<Long> records, PageRequest request) {
        return store.pages(NEWEST_FIRST, new Where(), request, records, ChangeEdge::new);
    }

    /** What each of them changed. */
    List<Entries> entries(List<Change> changes) {
        Map<Long, Entries> entries = new HashMap<>();
        Where where = new Where().keys("keys", changes.stream().map(change -> change.key).toList());
        store.rows("select e.id, cast(e.before as text), cast(e.after as text) from change e where e.id = any(:keys)", where)
                .forEach(row -> entries.put((Long) row[0], new Entries((String) row[1], (String) row[2])));
        return changes.stream().map(change -> entries.get(change.key)).toList();
    }
}
