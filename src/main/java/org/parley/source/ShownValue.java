package org.parley.source;

import java.util.Optional;
import org.parley.time.PartialDate;

/** The value that a record shows in a field, as text. */
final class ShownValue {

    private ShownValue() {
    }

    /**
     * Read by the getter that Panache gives each public field. Empty where the field is no plain value of the record, or blank. A date is
     * shown as it was read, where it was.
     */
    static Optional<String> of(Recorded record, String field) {
        try {
            String getter = "get" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
            Object value = record.getClass().getMethod(getter).invoke(record);
            if (value instanceof PartialDate date) {
                return Optional.of(date.reading == null ? date.edtf : date.reading);
            }
            return Optional.ofNullable(value).map(String::valueOf);
        } catch (ReflectiveOperationException noPlainValue) {
            return Optional.empty();
        }
    }
}
