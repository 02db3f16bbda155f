package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** The SQL queries on changes. */
@ApplicationScoped
class ChangeQueries {

    static final String ALL = "changes";
    static final String OF_RECORD = "changes of a record";

    private static final ListQuery.Key BY_KEY = new ListQuery.Key("e.id", "cast(%s as bigint)");
    private static final ListQuery<Change> IN_ORDER = new ListQuery<>(Change.class, ALL, "change e", BY_KEY, change -> cursor(ALL, change),
            false);

    /** By slug: a record that was retracted and recorded again has the history of both. */
    private static final ListQuery<Change> NEWEST_FIRST = new ListQuery<>(Change.class, OF_RECORD,
            "record r join change e on e.kind = r.kind and e.slug = r.slug", "r.id = k.id", List.of(BY_KEY), "e.slug",
            change -> cursor(OF_RECORD, change), true);

    private static final String FIRST_SINCE = """
            e.id >= (select r.number * 4294967296 from revision r where r.at >= cast(:since as timestamptz) order by r.at limit 1)""";

    private final Store store;

    /** The entries of a record before and after a change, as JSON; null if it had none. */
    record Entries(String before, String after) {}

    ChangeQueries(Store store) {
        this.store = store;
    }

    private static Cursor cursor(String list, Change change) {
        return new Cursor(list, change.key.toString(), change.slug);
    }

    /** Returns a page of changes that match the filter, oldest first. */
    Connection<Change> page(Instant since, ChangeFilter filter, PageRequest request) {
        WhereClause where = new WhereClause().and(FIRST_SINCE, "since", since == null ? null : inMicros(since).toString())
                .anyOf("e.kind = any(:types)", "types", filter.types()).anyOf("e.slug = any(:slugs)", "slugs", filter.slugs())
                .anyOf("e.act = any(:acts)", "acts", filter.acts()).anyOf("e.editor = any(:editors)", "editors", filter.editors())
                .anyOf("e.issuer is not null and editor_id(e.issuer, e.subject) = any(:editorIds)", "editorIds", filter.editorIds());
        return store.page(IN_ORDER, where, request);
    }

    /** Rounds up to microseconds, the precision of the database: a change within the last microsecond was made before that moment. */
    private static Instant inMicros(Instant moment) {
        Instant cut = moment.truncatedTo(ChronoUnit.MICROS);
        return cut.equals(moment) ? cut : cut.plus(1, ChronoUnit.MICROS);
    }

    /** Returns a page of changes of each record, newest first. */
    List<Connection<Change>> ofRecords(List<Long> records, PageRequest request) {
        return store.pages(NEWEST_FIRST, new WhereClause(), request, records);
    }

    /** Returns the entries before and after each change. */
    List<Entries> entries(List<Change> changes) {
        Map<Long, Entries> entries = new HashMap<>();
        WhereClause where = new WhereClause().keys("keys", changes.stream().map(change -> change.key).toList());
        store.rows("select e.id, cast(e.before as text), cast(e.after as text) from change e where e.id = any(:keys)", where)
                .forEach(row -> entries.put((Long) row[0], new Entries((String) row[1], (String) row[2])));
        return changes.stream().map(change -> entries.get(change.key)).toList();
    }
}
