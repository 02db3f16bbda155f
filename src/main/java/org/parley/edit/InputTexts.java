package org.parley.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.fault.RecordedText;
import org.parley.fault.Texts;

/** Texts that the record does not keep, wherever they are in what was sent; reasons that say nothing. */
final class InputTexts {

    private static final List<String> REASONS = List.of("why", "note");

    private InputTexts() {
    }

    /** Refuses them, each with its path. */
    static void check(Map<String, Object> arguments) {
        List<InputFault> faults = new ArrayList<>();
        arguments.forEach((name, value) -> collect(name, value, faults));
        REASONS.stream().filter(name -> "".equals(arguments.get(name)))
                .forEach(name -> faults.add(new InputFault(name, "is blank; say why in a sentence")));
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
            Texts.fault(text).or(() -> RecordedText.fault(text)).ifPresent(fault -> faults.add(new InputFault(path, fault)));
        }
    }
}
