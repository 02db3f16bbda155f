package org.parley.seed.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.parley.fault.RecordedText;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.Spot;

/** A text that is blank, or holds what no text may hold. */
final class TextCheck implements Check {

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        folder.entries().forEach(entry -> check(entry.spot(), faults));
    }

    private static void check(Spot spot, Consumer<Fault> faults) {
        JsonNode node = spot.node();
        if (node.isTextual()) {
            RecordedText.fault(node.textValue()).ifPresent(fault -> faults.accept(spot.fault(fault)));
        } else if (node.isArray()) {
            spot.at("*").forEach(item -> check(item, faults));
        } else {
            // a key with a slash is none that a record has
            node.fieldNames().forEachRemaining(
                    key -> spot.at(key.contains("/") || key.equals("*") ? "-" : key).forEach(inner -> check(inner, faults)));
        }
    }
}
