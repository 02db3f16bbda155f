package org.parley.seed.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.DataSet;

/** Loads a data set: reads all, checks all, and writes what differs from the last load in one transaction. */
@ApplicationScoped
public class SeedLoader {

    private final StatelessSession session;
    private final WriteTransactions writes;

    SeedLoader(StatelessSession session, WriteTransactions writes) {
        this.session = session;
        this.writes = writes;
    }

    /** Throws a FaultyDataException that tells every fault, and writes nothing then. */
    public LoadReport load(Path folder) {
        DataSet data = DataSet.read(folder);
        return writes.run(WriteBounds.LOAD, false, writing -> new Load(session).run(data, writing));
    }
}
