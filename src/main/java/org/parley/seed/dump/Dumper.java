package org.parley.seed.dump;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.parley.seed.dump.RecordDigests.Name;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.StoredEntries;

/** Writes the whole record into a folder, of one moment and the same bytes for the same record. */
@ApplicationScoped
public class Dumper {

    private static final int MOST_SECONDS = 600;

    private final StatelessSession session;

    Dumper(StatelessSession session) {
        this.session = session;
    }

    /**
     * The number of records written, and the faults: records of which the tables do not say what was recorded, and what would keep a load
     * from bringing back the same.
     */
    public record Report(int records, List<Fault> faults) {

        /** Throws a FaultyDataException where there are any. */
        public void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new FaultyDataException("in the record; it was written all the same", faults);
            }
        }
    }

    private record Read(SeedFolder entries, Set<Name> records, List<Fault> faults) {}

    /** Throws a FaultyDataException where the folder is not empty or cannot be written; it is as it was then. */
    public Report dump(Path folder, DumpFormat format) {
        Read read = QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(this::read);
        NewFolder.fill(folder, part -> format.write(read.entries, part));
        List<Fault> faults = new ArrayList<>(read.faults);
        if (format == DumpFormat.YAML) {
            faults.addAll(ReadBack.faults(folder, read.entries, read.records));
        }
        return new Report(read.records.size(), faults.stream().distinct().toList());
    }

    /** All of one moment: the first statement takes the snapshot. */
    private Read read() {
        RecordCheckQueries queries = new RecordCheckQueries(session);
        queries.begin();
        SeedFolder entries = entries(new StoredEntries(session));
        Map<Name, String> digests = queries.digests();
        return new Read(entries, digests.keySet(), new RecordCheck(queries).faults(entries, digests));
    }

    private static SeedFolder entries(StoredEntries stored) {
        List<SeedFile> files = new ArrayList<>();
        for (SeedKind kind : SeedKind.values()) {
            ArrayNode entries = JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind));
            files.add(new SeedFile(kind, "the database", entries, pointer -> 0));
        }
        return SeedFolder.of(files);
    }
}
