package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Definition;
import org.parley.record.FieldType;

/** Finds objects whose lowest number is greater than the highest. */
final class BoundsCheck implements Check {

    private static final String LOWEST = "lowest";
    private static final String HIGHEST = "highest";

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().forEach(entry -> {
            Definition definition = RecordDefinitions.of(entry.kind());
            definition.paths(field -> field.type() == FieldType.OBJECT && field.items().field(LOWEST).isPresent())
                    .forEach(path -> entry.at(path).forEach(object -> check(object, faults)));
        });
    }

    private static void check(EntryPath object, Consumer<Fault> faults) {
        JsonNode lowest = object.node().path(LOWEST);
        JsonNode highest = object.node().path(HIGHEST);
        if (lowest.isNumber() && highest.isNumber() && lowest.doubleValue() > highest.doubleValue()) {
            object.at(LOWEST).forEach(location -> faults
                    .accept(location.fault(lowest + " is greater than the highest number, " + highest + "; correct one")));
        }
    }
}
