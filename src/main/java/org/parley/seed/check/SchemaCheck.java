package org.parley.seed.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.function.Consumer;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.Spot;

/** An entry that is not as the schema of its kind wants it: a key unknown or missing, a value of the wrong form. */
final class SchemaCheck implements Check {

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        folder.files().stream().filter(file -> file.tree().isArray()).forEach(file -> {
            try {
                check(file, faults);
                file.entries().stream().filter(entry -> hasFraction(entry.node())).forEach(entry -> checkWhole(entry.spot(), "", faults));
            } catch (StackOverflowError e) {
                // Java's regular expressions recurse where a group is repeated thousands of times.
                faults.accept(new Fault(file.name(), 0, "", "has a text that is too long to be checked; shorten it"));
            }
        });
    }

    private void check(SeedFile file, Consumer<Fault> faults) {
        for (ValidationMessage message : Schemas.of(file.kind()).validate(file.tree())) {
            if (!isDateForm(message)) {
                faults.accept(spot(file, message).fault(SchemaWords.of(message)));
            }
        }
    }

    private static boolean hasFraction(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return true;
        }
        for (JsonNode inner : node) {
            if (hasFraction(inner)) {
                return true;
            }
        }
        return false;
    }

    /** JSON Schema takes 6.0 for an integer. Only figures have values with a fraction. */
    private static void checkWhole(Spot spot, String key, Consumer<Fault> faults) {
        JsonNode node = spot.node();
        if (node.isFloatingPointNumber() && !key.equals("value") && node.doubleValue() == Math.rint(node.doubleValue())) {
            faults.accept(spot.fault("is the number " + node + "; write it without a fraction or exponent"));
        }
        node.properties().forEach(field -> checkWhole(new Spot(spot.entry(), spot.pointer() + "/" + field.getKey(), field.getValue()),
                field.getKey(), faults));
        if (node.isArray()) {
            spot.at("*").forEach(item -> checkWhole(item, key, faults));
        }
    }

    /** The form of a date is DateCheck's: it knows the reason. */
    private static boolean isDateForm(ValidationMessage message) {
        String keyword = message.getSchemaLocation().toString();
        return keyword.endsWith("/$defs/date/pattern") || keyword.endsWith("/$defs/edtf/pattern");
    }

    private static Spot spot(SeedFile file, ValidationMessage message) {
        String[] steps = message.getInstanceLocation().toString().split("/", 3);
        Entry entry = file.entries().get(Integer.parseInt(steps[1]));
        String pointer = steps.length < 3 ? "" : "/" + steps[2];
        if (message.getType().equals("additionalProperties")) {
            pointer += "/" + message.getProperty().replace("~", "~0").replace("/", "~1");
        }
        return new Spot(entry, pointer, message.getInstanceNode());
    }
}
