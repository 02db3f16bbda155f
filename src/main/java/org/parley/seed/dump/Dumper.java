package org.parley.seed.dump;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
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

    /** The number of records written, and what would keep a load from bringing back the same. */
    public record Report(int records, List<Fault> faults) {

        /** Tells them, where there are any. */
        public void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new FaultyDataException("in the folder as a load would read it; it was written all the same", faults);
            }
        }
    }

    /** Throws a FaultyDataException where the folder is not empty or cannot be written; it is as it was then. */
    public Report dump(Path folder, DumpFormat format) {
        List<Object[]> all = new ArrayList<>();
        SeedFolder entries = QuarkusTransaction.requiringNew().timeout(MOST_SECONDS)
                .call(() -> read(new DumpQueries(session), new StoredEntries(session), all));
        NewFolder.fill(folder, part -> format.write(entries, part));
        List<Fault> faults = format == DumpFormat.YAML ? ReadBack.faults(folder, entries, all) : List.of();
        return new Report(all.size(), faults);
    }

    private static SeedFolder read(DumpQueries queries, StoredEntries stored, List<Object[]> all) {
        queries.begin();
        all.addAll(queries.records());
        List<SeedFile> files = new ArrayList<>();
        for (SeedKind kind : SeedKind.values()) {
            ArrayNode entries = JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind));
            files.add(new SeedFile(kind, "the database", entries, pointer -> 0));
        }
        return SeedFolder.of(files);
    }
}
