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
        folder.entries().filter(entry -> !isSound(entry.node())).forEach(entry -> check(entry.spot(), faults));
    }

    /** Most entries are: where in them a text stands need not be known then. */
    private static boolean isSound(JsonNode node) {
        if (node.isTextual()) {
            return RecordedText.fault(node.textValue()).isEmpty();
        }
        for (JsonNode inner : node) {
            if (!isSound(inner)) {
                return false;
            }
        }
        return true;
    }

    private static void check(Spot spot, Consumer<Fault> faults) {
        JsonNode node = spot.node();
        if (node.isTextual()) {
            String text = node.textValue();
            String remedy = text.endsWith("\n") && !text.isBlank() ? spot.entry().file().origin().finalBreakRemedy() : "";
            RecordedText.fault(text).ifPresent(fault -> faults.accept(spot.fault(fault + remedy)));
        } else if (node.isArray()) {
            spot.at("*").forEach(item -> check(item, faults));
        } else {
            // no record has a key with a slash
            node.fieldNames().forEachRemaining(
                    key -> spot.at(key.contains("/") || key.equals("*") ? "-" : key).forEach(inner -> check(inner, faults)));
        }
    }
}
