package org.parley.dataset.dump;

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
import org.parley.dataset.PathCheck;
import org.parley.dataset.dump.RecordDigests.Name;
import org.parley.entry.DataSet;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.StoredEntries;
import org.parley.record.Kind;

/** Dumps all records of one snapshot to a folder. Equal records give equal bytes. */
@ApplicationScoped
public class Dumper {

    /** Longer than any dump takes, so that the transaction manager does not roll it back. */
    private static final Duration TRANSACTION = Duration.ofDays(1);

    private final StatelessSession session;

    Dumper(StatelessSession session) {
        this.session = session;
    }

    /**
     * The number of records written, and the faults: records whose entry or rows do not match what was recorded, and whatever a load would
     * reject or load differently.
     */
    public record Report(int records, List<Fault> faults) {

        /** Throws a FaultyDataException if there are faults. */
        public void throwIfFaulty() {
            if (!faults.isEmpty()) {
                throw new FaultyDataException("in the database; the dump was written anyway", faults);
            }
        }
    }

    /** The entries of one snapshot, the names of all records, the digests of the entries, and their faults. */
    private record Snapshot(EntryFiles entries, Set<Name> records, Map<Name, String> digests, List<Fault> faults) {}

    /** Throws an InvalidPathArgumentException, and changes nothing, if the folder is not empty or cannot be written. */
    public Report dump(Path folder, DumpFormat format) {
        return dump(folder, format, Progress.NONE);
    }

    /** As above, reporting progress. */
    public Report dump(Path folder, DumpFormat format, Progress progress) {
        PathCheck.newFolder(folder);
        Snapshot written = write(folder, format, progress);
        List<Fault> faults = new ArrayList<>(written.faults);
        if (format == DumpFormat.YAML) {
            faults.addAll(DumpVerifier.faults(folder, written.digests, written.records, progress));
        }
        return new Report(written.records.size(), faults.stream().distinct().toList());
    }

    /** Returns what was written, without the entries: the verification needs their memory. */
    private Snapshot write(Path folder, DumpFormat format, Progress progress) {
        Snapshot read = QuarkusTransaction.requiringNew().timeout((int) TRANSACTION.toSeconds()).call(() -> read(progress));
        progress.begin("writing the files", 0);
        AtomicFolder.create(folder, part -> format.write(read.entries, part));
        return new Snapshot(EntryFiles.of(List.of()), read.records, read.digests, read.faults);
    }

    /** Reads everything from one snapshot, taken by the first query. */
    private Snapshot read(Progress progress) {
        RecordCheckQueries queries = new RecordCheckQueries(session);
        queries.beginSnapshot();
        EntryFiles entries = entries(new StoredEntries(session), progress);
        progress.begin("comparing with the change log", 0);
        Map<Name, String> recorded = queries.digests();
        List<Fault> faults = new ArrayList<>();
        DataSet data = DataSet.of(entries);
        faults.addAll(new RecordCheck(queries, session).faults(entries, data, recorded));
        return new Snapshot(entries, recorded.keySet(), RecordDigests.of(data), faults);
    }

    private static EntryFiles entries(StoredEntries stored, Progress progress) {
        progress.begin("entries read:", 0);
        List<EntryFile> files = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ArrayNode entries = JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind));
            files.add(new EntryFile(kind, "the database", entries, pointer -> 0));
            progress.advance(entries.size());
        }
        return EntryFiles.of(files);
    }
}
