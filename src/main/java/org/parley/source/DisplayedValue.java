package org.parley.source;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.record.CanonicalEntry;
import org.parley.time.PartialDate;

/** The value that a record itself shows in a field, as text. */
final class DisplayedValue {

    private DisplayedValue() {
    }

    /**
     * Reads the getter that Panache adds to each public field. Empty if the field is not a plain value of the record, or is blank.
     */
    static Optional<String> of(RecordEntity record, String field) {
        String name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        Optional<Method> getter = Stream.of("get" + name, "is" + name).flatMap(each -> Arrays.stream(record.getClass().getMethods())
                .filter(method -> method.getName().equals(each) && method.getParameterCount() == 0)).findFirst();
        return getter.map(method -> read(method, record)).map(DisplayedValue::text).filter(text -> !text.isEmpty());
    }

    private static Object read(Method getter, RecordEntity record) {
        try {
            return getter.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A date is shown as it was read, where it was; a whole number without a fraction, as in entries. */
    private static String text(Object value) {
        if (value instanceof Double number) {
            return CanonicalEntry.number(number).asText();
        }
        if (value instanceof PartialDate date) {
            return date.shown();
        }
        return value instanceof List<?> items ? items.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
