package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.time.DayCount;

/** SQL queries for the position before each position: what its actor held on its issue on the last day before. */
@ApplicationScoped
public class PreviousPositionQueries {

    /** The last day before the position `%1$s` on which its actor took a position on its issue. A position without a date is on no day. */
    private static final String LAST_DAY = """
            (select max(d.date_sort) from position d where d.actor_id = %1$s.actor_id and d.issue_id = %1$s.issue_id
                and d.date_sort < %1$s.date_sort and isfinite(%1$s.date_sort))""";

    /** The actor of `e` held other stances on the last day before, and not this one. */
    static final String CHANGES_STANCE = String.format(Locale.ROOT, """
            (select not bool_or(q.stance = e.stance) from position q where q.actor_id = e.actor_id and q.issue_id = e.issue_id
                and q.date_sort = %s) is true""", String.format(Locale.ROOT, LAST_DAY, "e"));

    /** If the last day has several positions, one of the same stance comes first. The stance has changed if no position has it. */
    private static final String PREVIOUS = String.format(Locale.ROOT, """
            select m.id, p.id as previous_id, %s
            from position m cross join lateral (select q.id, q.date_earliest, q.date_latest, q.date_inferred from position q
                where q.actor_id = m.actor_id and q.issue_id = m.issue_id and q.date_sort = %s
                order by q.stance <> m.stance, q.slug limit 1) p
            where m.id = any(:keys)""", DayCount.columns("p", "m"), String.format(Locale.ROOT, LAST_DAY, "m"));

    private final Store store;

    PreviousPositionQueries(Store store) {
        this.store = store;
    }

    /** Returns the position before each, or null. */
    List<Position> previous(List<Long> positions) {
        Map<Long, Object[]> rows = rows(positions);
        return store.byKeys(Position.class, positions.stream().map(key -> rows.containsKey(key) ? (Long) rows.get(key)[1] : null).toList());
    }

    /** Returns the number of days since the previous position; null without one. Shares its statement with {@link #previous}. */
    List<DayCount> days(List<Long> positions) {
        Map<Long, Object[]> rows = rows(positions);
        return positions.stream().map(position -> DayCount.of(rows.get(position), 2)).toList();
    }

    private Map<Long, Object[]> rows(List<Long> positions) {
        return store.sharedRows(PREVIOUS, new WhereClause().keys("keys", positions)).stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> row));
    }
}
