package org.parley.seed.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;

/**
 * Keeps the planner's statistics in step with a large write, within its transaction: the write's own statements are planned by them, and
 * they are there for readers as soon as the rows are. Autovacuum sees rows only after the commit, and some time later.
 */
final class TableStatistics {

    /**
     * By the same measure as autovacuum, but in this transaction: 50 rows and a tenth of the table, or any row of a table without
     * statistics.
     */
    private static final String STALE = """
            select format('%I.%I', s.schemaname, s.relname) as name from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid
            where s.schemaname in ('public', 'history')
                and s.n_tup_ins + s.n_tup_upd + s.n_tup_del > case when c.reltuples < 0 then 0 else 50 + c.reltuples / 10 end
            order by 1""";

    private final StatelessSession session;
    private final Set<String> renewed = new HashSet<>();

    TableStatistics(StatelessSession session) {
        this.session = session;
    }

    /** Renews those of the tables of which this transaction has written much, each once. */
    void renew() {
        List<String> stale = session.createNativeQuery(STALE, String.class).addScalar("name", StandardBasicTypes.STRING).getResultList()
                .stream().filter(renewed::add).toList();
        if (!stale.isEmpty()) {
            session.createNativeMutationQuery("analyze " + String.join(", ", stale)).executeUpdate();
        }
    }
}
