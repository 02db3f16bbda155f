package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;

/** Finds duplicates: slugs within a kind, roles of an actor, numbers of provisions, signatories, and resolved fields. */
final class DuplicateCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        for (Kind kind : Kind.values()) {
            checkSlugs(files, kind, faults);
        }
        files.entries().forEach(entry -> checkEntry(entry, faults));
    }

    private void checkSlugs(EntryFiles files, Kind kind, Consumer<Fault> faults) {
        Map<String, EntryPath> seen = new HashMap<>();
        KnownSlugs.occurrences(files, kind).forEach(occurrence -> {
            EntryPath first = seen.putIfAbsent(occurrence.slug(), occurrence.location());
            if (first != null) {
                faults.accept(occurrence.location().fault("slug '" + occurrence.slug() + "' is already used by the " + kind.word() + " "
                        + first.position() + "; change one of the slugs, or merge the records"));
            }
        });
    }

    private void checkEntry(Entry entry, Consumer<Fault> faults) {
        checkUnique(entry.at("provisions/*/number"), location -> location.node().asText(),
                "is already the number of another provision; numbers must be unique", faults);
        checkUnique(entry.at("signatories/*/actor"), location -> location.node().asText(),
                "is already a signatory; list each signatory once", faults);
        checkUnique(entry.at("resolutions/*/field"), location -> location.node().asText(),
                "is already resolved; write one resolution per field", faults);
        Map<String, EntryPath> seen = new HashMap<>();
        for (EntryPath participation : entry.at("participations/*")) {
            for (JsonNode role : participation.node().path("roles")) {
                if (seen.putIfAbsent(participation.text("actor") + " " + role.asText(), participation) != null) {
                    faults.accept(participation.fault("'" + participation.text("actor") + "' already has the role " + role.asText()
                            + "; list each role of an actor once"));
                }
            }
        }
    }

    private void checkUnique(List<EntryPath> locations, Function<EntryPath, String> key, String message, Consumer<Fault> faults) {
        Map<String, EntryPath> seen = new HashMap<>();
        for (EntryPath location : locations) {
            if (seen.putIfAbsent(key.apply(location), location) != null) {
                faults.accept(location.fault("'" + key.apply(location) + "' " + message));
            }
        }
    }
}
