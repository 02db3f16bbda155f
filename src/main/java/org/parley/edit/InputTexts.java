package org.parley.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.fault.Texts;

/** Texts that the database cannot hold, wherever they stand in what was sent. */
final class InputTexts {

    private InputTexts() {
    }

    /** Refuses them, each with its path. */
    static void check(Map<String, Object> arguments) {
        List<InputFault> faults = new ArrayList<>();
        arguments.forEach((name, value) -> collect(name, value, faults));
        InputFault.refuse(faults);
    }

    private static void collect(String path, Object value, List<InputFault> faults) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, inner) -> collect(path + "." + name, inner, faults));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                collect(path + "[" + i + "]", items.get(i), faults);
            }
        } else if (value instanceof String text) {
            Texts.fault(text).ifPresent(fault -> faults.add(new InputFault(path, fault)));
        }
    }
}
