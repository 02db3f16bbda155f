package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Field;
import org.parley.record.FieldType;

/** Finds entries that violate the JSON Schema of their kind. */
final class SchemaCheck implements Check {

    /** The names of fields whose numbers may have a fraction. */
    private static final Set<String> NUMBERS = RecordDefinitions.all().stream()
            .flatMap(kind -> kind.paths(field -> field.type() == FieldType.NUMBER).stream().map(kind::field)).map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.files().stream().filter(file -> file.tree().isArray()).forEach(file -> {
            try {
                check(file, faults);
                file.entries().stream().filter(entry -> hasFraction(entry.node())).forEach(entry -> checkWhole(entry.root(), "", faults));
            } catch (StackOverflowError e) {
                // java.util.regex recurses for repeated groups.
                faults.accept(new Fault(file.name(), 0, "", "has a text that is too long to be checked; shorten it"));
            }
        });
    }

    private void check(EntryFile file, Consumer<Fault> faults) {
        for (ValidationMessage message : Schemas.of(file.kind()).validate(file.tree())) {
            if (!isDateForm(message)) {
                faults.accept(location(file, message).fault(SchemaMessages.of(message)));
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

    /** Finds integers that are written with a fraction: JSON Schema accepts 6.0 as an integer. */
    private static void checkWhole(EntryPath location, String key, Consumer<Fault> faults) {
        JsonNode node = location.node();
        if (node.isFloatingPointNumber() && !NUMBERS.contains(key) && node.doubleValue() == Math.rint(node.doubleValue())) {
            faults.accept(location.fault("is the number " + node + "; write it without a fraction or exponent"));
        }
        node.properties()
                .forEach(field -> checkWhole(new EntryPath(location.entry(), location.pointer() + "/" + field.getKey(), field.getValue()),
                        field.getKey(), faults));
        if (node.isArray()) {
            location.at("*").forEach(item -> checkWhole(item, key, faults));
        }
    }

    /** Whether the message concerns the pattern of a date. DateCheck reports these with the reason. */
    private static boolean isDateForm(ValidationMessage message) {
        String keyword = message.getSchemaLocation().toString();
        return keyword.endsWith("/$defs/date/pattern") || keyword.endsWith("/$defs/edtf/pattern");
    }

    private static EntryPath location(EntryFile file, ValidationMessage message) {
        String[] steps = message.getInstanceLocation().toString().split("/", 3);
        Entry entry = file.entries().get(Integer.parseInt(steps[1]));
        String pointer = steps.length < 3 ? "" : "/" + steps[2];
        if (message.getType().equals("additionalProperties")) {
            pointer += "/" + message.getProperty().replace("~", "~0").replace("/", "~1");
        }
        return new EntryPath(entry, pointer, message.getInstanceNode());
    }
}
