package org.parley.dataset.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.hibernate.StatelessSession;
import org.parley.dataset.DataSetFolder;
import org.parley.entry.DataSet;
import org.parley.entry.Progress;
import org.parley.entry.write.WriteTimeouts;
import org.parley.entry.write.WriteTransactions;
import org.parley.record.Kind;

/** Loads a data set: reads and checks all files, and writes what changed since the last load in one transaction. */
@ApplicationScoped
public class DataSetLoader {

    private final StatelessSession session;
    private final WriteTransactions writes;

    DataSetLoader(StatelessSession session, WriteTransactions writes) {
        this.session = session;
        this.writes = writes;
    }

    /** Throws a FaultyDataException with all faults, and writes nothing, if there are any. */
    public LoadReport load(Path folder) {
        return load(folder, Progress.NONE);
    }

    /** As above, reporting progress. */
    public LoadReport load(Path folder, Progress progress) {
        DataSet data = DataSetFolder.readChecked(folder, progress);
        computeDigests(data, progress);
        return writes.run(WriteTimeouts.LOAD, false, writing -> new DataSetLoad(session).run(data, writing, progress));
    }

    /** Runs before the transaction, in which the database limits the time between statements. */
    private static void computeDigests(DataSet data, Progress progress) {
        progress.begin("digests:", data.size());
        for (Kind kind : Kind.values()) {
            data.of(kind).forEach(entry -> {
                entry.digest();
                progress.advance(1);
            });
        }
    }
}
