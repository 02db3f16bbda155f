package org.parley.seed.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import org.hibernate.StatelessSession;
import org.parley.change.Readers;
import org.parley.seed.entry.DataSet;

/** Loads a data set: reads all, checks all, and writes what differs from the last load in one transaction. */
@ApplicationScoped
public class SeedLoader {

    private static final int MOST_SECONDS = 600;

    private final StatelessSession session;
    private final Clock clock;
    private final Readers readers;

    SeedLoader(StatelessSession session, Clock clock, Readers readers) {
        this.session = session;
        this.readers = readers;
        this.clock = clock;
    }

    /** Throws a FaultyDataException that tells every fault, and writes nothing then. */
    public LoadReport load(Path folder) {
        DataSet data = DataSet.read(folder);
        LoadReport report = QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> new Load(session).run(data, clock));
        readers.await();
        return report;
    }
}
