package org.parley.seed.dump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.Digest;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;

/** Reads what was written as a load would, and looks whether it says the same as the database. */
final class ReadBack {

    private ReadBack() {
    }

    /** What a load would refuse, and which of these records it would bring back otherwise. */
    static List<Fault> faults(Path folder, SeedFolder written, List<Object[]> records) {
        try {
            Map<String, String> meant = digests(DataSet.of(written));
            Map<String, String> read = digests(DataSet.read(folder));
            List<Fault> faults = new ArrayList<>();
            for (Object[] record : records) {
                String name = name(SeedKind.valueOf((String) record[0]), (String) record[1]);
                if (!read.containsKey(name) || !read.get(name).equals(meant.get(name))) {
                    faults.add(new Fault(folder.toString(), 0, "", "the " + name + " would come back otherwise than the database has it"));
                }
            }
            return faults;
        } catch (FaultyDataException e) {
            return e.faults();
        }
    }

    private static Map<String, String> digests(DataSet data) {
        Map<String, String> digests = new TreeMap<>();
        for (SeedKind kind : SeedKind.values()) {
            data.of(kind).forEach(seed -> digests.put(name(kind, seed.slug()), Digest.of(seed)));
        }
        return digests;
    }

    private static String name(SeedKind kind, String slug) {
        return kind.word() + " '" + slug + "'";
    }
}
