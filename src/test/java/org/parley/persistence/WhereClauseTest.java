package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.time.DateMatch;
import org.parley.time.DateRange;

/** Conditions have parameters of their own. */
class WhereClauseTest {

    @Test
    void twoDateRangesAreBoundApart() {
        DateRange first = new DateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), DateMatch.WITHIN);
        DateRange second = new DateRange(null, LocalDate.of(2023, 7, 15), DateMatch.OVERLAPS);
        WhereClause where = new WhereClause().during("a", first).during("b", "earliest", "latest", second);
        Map<String, Object> parameters = where.parameters();
        assertEquals(4, parameters.size());
        assertEquals(
                "daterange(a.date_earliest, a.date_latest, '[]') <@ daterange(cast(2020-01-01 as date), cast(2020-12-31 as date), '[]')"
                        + " and daterange(b.earliest, b.latest, '[]') && daterange(cast(null as date), cast(2023-07-15 as date), '[]')",
                bound(where.sql(), parameters));
    }

    private static String bound(String sql, Map<String, Object> parameters) {
        String bound = sql;
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            bound = bound.replace(":" + parameter.getKey() + " ", parameter.getValue() + " ");
        }
        return bound;
    }
}
