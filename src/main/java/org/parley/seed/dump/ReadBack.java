package org.parley.seed.dump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.seed.Progress;
import org.parley.seed.dump.RecordDigests.Name;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;

/** Reads what was written as a load would, and compares it with the tables. */
final class ReadBack {

    private ReadBack() {
    }

    /** What a load would refuse, and which of these records it would bring back otherwise. */
    static List<Fault> faults(Path folder, Map<Name, String> meant, Collection<Name> records, Progress progress) {
        try {
            Map<Name, String> read = RecordDigests.of(DataSet.read(folder, progress));
            List<Fault> faults = new ArrayList<>();
            for (Name name : records) {
                if (!read.containsKey(name) || !read.get(name).equals(meant.get(name))) {
                    faults.add(new Fault(folder.toString(), 0, "", "the " + name + " would come back otherwise than the database has it"));
                }
            }
            return faults;
        } catch (FaultyDataException e) {
            return e.faults();
        }
    }
}
