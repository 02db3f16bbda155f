package org.parley.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.record.Kind;

/** Converts foreign files for tests, with a few existing records. */
final class ForeignFiles {

    static final ExistingRecords KNOWN = new ExistingRecords(EntryFiles.of(List.of(file(Kind.ACTOR, """
            - {slug: armenia, name: Armenia, kind: STATE}
            - {slug: utopia, name: Republic of Utopia, kind: STATE}
            - {slug: charles-michel, name: Charles Michel, kind: PERSON, offices: [{title: President of the Council}]}
            - {slug: smith-1, name: John Smith, kind: PERSON}
            - {slug: smith-2, name: John Smith, kind: PERSON}
            - {slug: group, name: Group (of friends), kind: GROUP}
            - {slug: mercury, name: Mercury, kind: OUTLET}
            """), file(Kind.PLACE, "[{slug: brussels, name: Brussels}]"), file(Kind.ISSUE, "[{slug: peace-treaty, name: Treaty of peace}]"),
            file(Kind.MEETING, """
                    - {slug: first, title: First talks, date: 2023-05-01}
                    - {slug: second, title: Second talks, date: {edtf: 2023-06, inferred: true}}
                    """))));

    private ForeignFiles() {
    }

    private static EntryFile file(Kind kind, String yaml) {
        try {
            return new EntryFile(kind, kind.folder() + ".yaml", new YAMLMapper().readTree(yaml), pointer -> 7);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportedEntries meetings(Path folder, String csv) {
        return MeetingTable.read(write(folder, "t.csv", csv), KNOWN, "report");
    }

    static ImportedEntries popolo(Path folder, String json) {
        return new PopoloConverter(write(folder, "t.json", json), KNOWN).read("report", "title");
    }

    /** Returns the faults without the name of the file. */
    static List<String> faults(ImportedEntries foreign) {
        return foreign.faults.stream().map(fault -> new Fault("file", fault.line(), fault.path(), fault.message()).toString()).toList();
    }

    /** Returns the location in the foreign file of a path in an entry: "3: date". */
    static String origin(ImportedEntries foreign, int entry, String path) {
        Fault fault = new EntryPath(foreign.file().entries().get(entry), "/" + path, null).fault("");
        return fault.line() + ": " + fault.path();
    }

    /** Returns the entries as JSON without quotation marks, one on each line. */
    static String entries(ImportedEntries foreign) {
        return StreamSupport.stream(foreign.entries.spliterator(), false).map(entry -> entry.toString().replace("\"", "") + "\n")
                .collect(Collectors.joining());
    }
}
