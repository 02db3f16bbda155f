package org.parley.seed.dump;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.parley.seed.Progress;
import org.parley.seed.dump.RecordDigests.Name;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.UsablePath;
import org.parley.seed.stored.StoredEntries;

/** Writes the whole record into a folder, of one moment and the same bytes for the same record. */
@ApplicationScoped
public class Dumper {

    /** Longer than any dump takes, so that the transaction manager ends none. */
    private static final Duration TRANSACTION = Duration.ofDays(1);

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

    /** The entries of one moment, the names of all records, the digests of the entries, and what is wrong with them. */
    private record Read(SeedFolder entries, Set<Name> records, Map<Name, String> digests, List<Fault> faults) {}

    /** Throws an UnusablePathException where the folder is not empty or cannot be written; it is as it was then. */
    public Report dump(Path folder, DumpFormat format) {
        return dump(folder, format, Progress.NONE);
    }

    /** As above, reporting progress. */
    public Report dump(Path folder, DumpFormat format, Progress progress) {
        UsablePath.newFolder(folder);
        Read written = write(folder, format, progress);
        List<Fault> faults = new ArrayList<>(written.faults);
        if (format == DumpFormat.YAML) {
            faults.addAll(ReadBack.faults(folder, written.digests, written.records, progress));
        }
        return new Report(written.records.size(), faults.stream().distinct().toList());
    }

    /** Gives what was written without the entries: reading them back takes as much memory again. */
    private Read write(Path folder, DumpFormat format, Progress progress) {
        Read read = QuarkusTransaction.requiringNew().timeout((int) TRANSACTION.toSeconds()).call(() -> read(progress));
        progress.begin("writing the files", 0);
        NewFolder.fill(folder, part -> format.write(read.entries, part));
        return new Read(SeedFolder.of(List.of()), read.records, read.digests, read.faults);
    }

    /** All of one moment: the first statement takes the snapshot. */
    private Read read(Progress progress) {
        RecordCheckQueries queries = new RecordCheckQueries(session);
        queries.begin();
        SeedFolder entries = entries(new StoredEntries(session), progress);
        progress.begin("comparing with what was recorded", 0);
        Map<Name, String> recorded = queries.digests();
        List<Fault> faults = new ArrayList<>();
        Map<Name, String> digests = RecordDigests.of(DataSet.of(entries, faults::add));
        faults.addAll(new RecordCheck(queries).faults(entries, digests, recorded));
        return new Read(entries, recorded.keySet(), digests, faults);
    }

    private static SeedFolder entries(StoredEntries stored, Progress progress) {
        progress.begin("entries read:", 0);
        List<SeedFile> files = new ArrayList<>();
        for (SeedKind kind : SeedKind.values()) {
            ArrayNode entries = JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind));
            files.add(new SeedFile(kind, "the database", entries, pointer -> 0));
            progress.advance(entries.size());
        }
        return SeedFolder.of(files);
    }
}
