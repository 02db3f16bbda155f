package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.fault.TextRules;

/** Finds texts that are blank, have leading or trailing white space, or contain characters that are not allowed. */
final class TextCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().filter(entry -> !isValid(entry.node())).forEach(entry -> check(entry.root(), faults));
    }

    /** Whether all texts are valid. Avoids computing paths for most entries. */
    private static boolean isValid(JsonNode node) {
        if (node.isTextual()) {
            return TextRules.fault(node.textValue()).isEmpty();
        }
        for (JsonNode inner : node) {
            if (!isValid(inner)) {
                return false;
            }
        }
        return true;
    }

    private static void check(EntryPath location, Consumer<Fault> faults) {
        JsonNode node = location.node();
        if (node.isTextual()) {
            String text = node.textValue();
            String hint = text.endsWith("\n") && !text.isBlank() ? location.entry().file().origin().finalLineBreakHint() : "";
            TextRules.fault(text).ifPresent(fault -> faults.accept(location.fault(fault + hint)));
        } else if (node.isArray()) {
            location.at("*").forEach(item -> check(item, faults));
        } else {
            // SchemaCheck reports unknown keys; a slash or star in one would be taken for a path.
            node.fieldNames().forEachRemaining(
                    key -> location.at(key.contains("/") || key.equals("*") ? "-" : key).forEach(inner -> check(inner, faults)));
        }
    }
}
