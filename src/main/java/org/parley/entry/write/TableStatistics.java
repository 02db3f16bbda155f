package org.parley.entry.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;

/**
 * Analyzes tables after a large write, in the same transaction. Its own statements are then planned with current statistics, and readers
 * have them after the commit. Autovacuum would analyze the tables only later.
 */
final class TableStatistics {

    /** Selects tables by the thresholds of autovacuum (50 rows plus a tenth of the table), and empty tables with any change. */
    private static final String STALE = """
            select format('%I.%I', s.schemaname, s.relname) as name from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid
            where s.schemaname in ('public', 'history')
                and s.n_tup_ins + s.n_tup_upd + s.n_tup_del > case when c.reltuples < 1 then 0 else 50 + c.reltuples / 10 end
            order by 1""";

    private final StatelessSession session;
    private final Set<String> analyzed = new HashSet<>();

    TableStatistics(StatelessSession session) {
        this.session = session;
    }

    /** Analyzes each table that this transaction has changed much, once. */
    void update() {
        List<String> stale = session.createNativeQuery(STALE, String.class).getResultList().stream().filter(analyzed::add).toList();
        if (!stale.isEmpty()) {
            session.createNativeMutationQuery("analyze " + String.join(", ", stale)).executeUpdate();
        }
    }
}
