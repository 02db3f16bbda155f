package org.parley.seed.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.hibernate.StatelessSession;
import org.parley.seed.Progress;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.SeedDigests;
import org.parley.seed.read.SeedKind;

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
        return load(folder, Progress.NONE);
    }

    /** As above, reporting progress. */
    public LoadReport load(Path folder, Progress progress) {
        DataSet data = DataSet.read(folder, progress);
        SeedDigests digests = digests(data, progress);
        return writes.run(WriteBounds.LOAD, false, writing -> new Load(session).run(data, digests, writing, progress));
    }

    /** Worked out beforehand: while a transaction is open, the database bounds the pauses between statements. */
    private static SeedDigests digests(DataSet data, Progress progress) {
        SeedDigests digests = new SeedDigests();
        progress.begin("digests:", data.size());
        for (SeedKind kind : SeedKind.values()) {
            data.of(kind).forEach(seed -> {
                digests.of(seed);
                progress.advance(1);
            });
        }
        return digests;
    }
}
