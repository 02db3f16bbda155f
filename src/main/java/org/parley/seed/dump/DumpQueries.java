package org.parley.seed.dump;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;

/** Reads the whole record as one moment has it. */
final class DumpQueries {

    private final StatelessSession session;

    DumpQueries(StatelessSession session) {
        this.session = session;
    }

    /** All that this transaction reads is of one moment, and it writes nothing. Comes first. */
    void begin() {
        session.createNativeMutationQuery("set transaction isolation level repeatable read, read only").executeUpdate();
    }

    /** Every record: kind and slug. */
    List<Object[]> records() {
        return session.createNativeQuery("select kind, slug from record order by kind, slug", Object[].class)
                .addScalar("kind", StandardBasicTypes.STRING).addScalar("slug", StandardBasicTypes.STRING).getResultList();
    }
}
