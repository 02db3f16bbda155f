package org.parley.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.dataset.DataSetFolder;
import org.parley.entry.DataSet;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.check.Checks;
import org.parley.record.Kind;

/** A data set and its judgements. */
public final class JudgedDataSet {

    private JudgedDataSet() {
    }

    /** Reads and checks both. Throws a FaultyDataException with all faults. */
    public static DataSet readChecked(Path folder, Progress progress) {
        List<Fault> faults = new ArrayList<>();
        EntryFiles files = DataSetFolder.read(folder, faults::add, progress);
        Checks.run(files, faults::add, progress);
        Judgements judgements = Judgements.read(folder, faults::add);
        judgements.check((kind, slug) -> exists(files, kind, slug), faults::add);
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        return DataSet.of(files);
    }

    /** Whether files have a record, or lack some that may be it. */
    public static boolean exists(EntryFiles files, Kind kind, String slug) {
        return files.isIncomplete(kind) || files.entries(kind).anyMatch(entry -> slug.equals(entry.slug()));
    }
}
