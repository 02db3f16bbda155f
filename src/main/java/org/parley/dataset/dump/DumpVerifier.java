package org.parley.dataset.dump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.dump.RecordDigests.Name;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;

/** Verifies a dump: reads it as a load would, and compares it with the digests of the entries. */
final class DumpVerifier {

    private DumpVerifier() {
    }

    /** Returns the faults that a load would report, and the records that it would load differently. */
    static List<Fault> faults(Path folder, Map<Name, String> expected, Collection<Name> records, Progress progress) {
        try {
            Map<Name, String> read = RecordDigests.of(DataSetFolder.readChecked(folder, progress));
            List<Fault> faults = new ArrayList<>();
            for (Name name : records) {
                if (!read.containsKey(name) || !read.get(name).equals(expected.get(name))) {
                    faults.add(new Fault(folder.toString(), 0, "",
                            "the " + name + " would be loaded with other values than the database has"));
                }
            }
            return faults;
        } catch (FaultyDataException e) {
            return e.faults();
        }
    }
}
