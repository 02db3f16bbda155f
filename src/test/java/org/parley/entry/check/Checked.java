package org.parley.entry.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;

/** Runs one check on entries in YAML. */
final class Checked {

    private Checked() {
    }

    static EntryFile file(Kind kind, String yaml) {
        return file(kind, kind.folder(), yaml);
    }

    static EntryFile file(Kind kind, String name, String yaml) {
        try {
            return new EntryFile(kind, name, new YAMLMapper().readTree(yaml), pointer -> 0);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    /** Returns each fault as `meetings: talks.date: message`. */
    static List<String> faults(Check check, EntryFile... files) {
        return faults(check, EntryFiles.of(List.of(files)));
    }

    static List<String> faults(Check check, EntryFiles files) {
        List<Fault> faults = new ArrayList<>();
        check.check(files, faults::add);
        return faults.stream().map(Fault::toString).toList();
    }
}
