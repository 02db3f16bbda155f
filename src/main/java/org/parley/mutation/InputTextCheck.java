package org.parley.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.fault.InputTextRules;
import org.parley.fault.TextRules;

/** Rejects arguments with texts that cannot be stored, and blank reasons. */
final class InputTextCheck {

    private static final List<String> REASONS = List.of("why", "note");

    private InputTextCheck() {
    }

    /** Throws all faults at once, each with its path. */
    static void check(Map<String, Object> arguments) {
        List<InputFault> faults = new ArrayList<>();
        arguments.forEach((name, value) -> collect(name, value, faults));
        REASONS.stream().filter(name -> "".equals(arguments.get(name)))
                .forEach(name -> faults.add(new InputFault(name, "is blank; give the reason in one sentence")));
        InputFault.throwIfAny(faults);
    }

    private static void collect(String path, Object value, List<InputFault> faults) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, inner) -> collect(path + "." + name, inner, faults));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                collect(path + "[" + i + "]", items.get(i), faults);
            }
        } else if (value instanceof String text) {
            InputTextRules.fault(text).or(() -> TextRules.fault(text)).ifPresent(fault -> faults.add(new InputFault(path, fault)));
        }
    }
}
