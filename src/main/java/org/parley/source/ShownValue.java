package org.parley.source;

import java.util.Optional;
import org.parley.time.PartialDate;

/** The value that a record shows in a field, as text. */
final class ShownValue {

    private ShownValue() {
    }

    /** Empty where the field is no plain value of the record, or blank. A date is shown as it was read, where it was. */
    static Optional<String> of(Recorded record, String field) {
        try {
            Object value = record.getClass().getField(field).get(record);
            if (value instanceof PartialDate date) {
                return Optional.of(date.reading == null ? date.edtf : date.reading);
            }
            return Optional.ofNullable(value).map(String::valueOf);
        } catch (ReflectiveOperationException noPlainValue) {
            return Optional.empty();
        }
    }
}
