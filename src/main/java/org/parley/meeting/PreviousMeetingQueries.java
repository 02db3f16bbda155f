package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.time.DayCount;

/** SQL queries for the meeting before each meeting. */
@ApplicationScoped
public class PreviousMeetingQueries {

    private static final String PREVIOUS = """
            select m.id, p.id as previous_id, %s
            from meeting m cross join lateral (select e.id, e.date_earliest, e.date_latest, e.date_inferred from meeting e
                where e.status = 'HELD' and (e.date_sort, e.slug) < (m.date_sort, m.slug) and %s
                order by e.date_sort desc, e.slug desc limit 1) p
            where m.id = any(:keys)""";

    private final Store store;

    PreviousMeetingQueries(Store store) {
        this.store = store;
    }

    /** Returns the meeting before each, or null: the last held one of its track, or in which all of these actors took part. */
    List<Meeting> previous(List<Long> meetings, List<String> together) {
        Map<Long, Object[]> rows = rows(meetings, together);
        return store.byKeys(Meeting.class, meetings.stream().map(key -> rows.containsKey(key) ? (Long) rows.get(key)[1] : null).toList());
    }

    /** Returns the number of days since the previous meeting; null without one. Shares its statement with {@link #previous}. */
    List<DayCount> days(List<Long> meetings, List<String> together) {
        Map<Long, Object[]> rows = rows(meetings, together);
        return meetings.stream().map(meeting -> DayCount.of(rows.get(meeting), 2)).toList();
    }

    private Map<Long, Object[]> rows(List<Long> meetings, List<String> together) {
        WhereClause where = new WhereClause().anyOf(MeetingQueries.TOGETHER, "together", together);
        String condition = together == null ? "e.track_id = m.track_id" : where.sql();
        return store.sharedRows(String.format(Locale.ROOT, PREVIOUS, DayCount.columns("p", "m"), condition), where.keys("keys", meetings))
                .stream().collect(Collectors.toMap(row -> (Long) row[0], row -> row));
    }
}
