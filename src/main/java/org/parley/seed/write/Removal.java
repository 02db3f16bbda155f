package org.parley.seed.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.StatelessSession;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedKind;

/** Takes away what is no longer in the folder, unless a record that no file brought still refers to it. */
final class Removal {

    private final StatelessSession session;
    private final LoadQueries queries;

    Removal(StatelessSession session, LoadQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    void remove(Plan plan, List<Long> offices) {
        List<Long> records = plan.removedKeys();
        if (records.isEmpty() && offices.isEmpty()) {
            return;
        }
        List<Fault> faults = Referrers.find(session, records, offices).stream().map(Removal::fault).toList();
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        queries.deleteOffices(offices);
        queries.deleteOfficesOf(records);
        List<SeedKind> kinds = new ArrayList<>(List.of(SeedKind.values()));
        Collections.reverse(kinds);
        kinds.forEach(kind -> queries.deleteRecords(plan.removed.get(kind)));
    }

    private static Fault fault(Object[] row) {
        return new Fault((String) row[2], 0, (String) row[3], "is no longer in the files, yet the " + row[0] + " '" + row[1]
                + "', which no file brought, refers to it; put it back, or first retract or amend that " + row[0]);
    }
}
