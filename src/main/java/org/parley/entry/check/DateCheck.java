package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.time.Edtf;
import org.parley.time.EdtfException;

/** Finds invalid EDTF dates, readings that contradict their date, and periods that end before they begin. */
public final class DateCheck implements Check {

    private static final List<String> ENDS = List.of("from", "to");

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().forEach(entry -> {
            Definition definition = RecordDefinitions.of(entry.kind());
            definition.paths(field -> field.type() == FieldType.DATE)
                    .forEach(path -> entry.at(path).forEach(date -> checkDate(date, faults)));
            definition.paths(field -> field.type() == FieldType.PERIOD).forEach(path -> entry.at(path).forEach(period -> {
                ENDS.forEach(end -> period.at(end).forEach(date -> checkDate(date, faults)));
                checkPeriod(period, faults);
            }));
            definition.paths(DateCheck::hasEnds).forEach(path -> entry.at(path).forEach(item -> checkPeriod(item, faults)));
            checkAttestedDates(entry, definition, faults);
        });
    }

    /** Whether the items of a list have a begin and an end. */
    private static boolean hasEnds(Field list) {
        return list.items() != null && ENDS.stream().allMatch(end -> list.items().field(end).isPresent());
    }

    private void checkDate(EntryPath date, Consumer<Fault> faults) {
        checkText(date, faults);
        date.at("edtf").forEach(text -> checkText(text, faults));
        date.at("reading").forEach(text -> checkText(text, faults));
        date.at("reading").stream().filter(reading -> edtf(reading.node()) != null)
                .filter(reading -> contradicts(reading.node().asText(), date.node().path("edtf").asText()))
                .forEach(reading -> faults.accept(reading.fault("'" + reading.node().asText() + "' contradicts '"
                        + date.node().path("edtf").asText() + "'; write a reading that only fills in unspecified digits")));
    }

    /** Whether an end of the reading differs from the date in a specified digit. An interval is never contradicted. */
    private static boolean contradicts(String reading, String edtf) {
        String stated = edtf.replaceAll("[?~%]", "");
        return !stated.contains("/")
                && Arrays.stream(reading.split("/")).anyMatch(end -> IntStream.range(0, Math.min(end.length(), stated.length()))
                        .anyMatch(i -> stated.charAt(i) != 'X' && stated.charAt(i) != end.charAt(i) && Character.isDigit(end.charAt(i))));
    }

    private void checkText(EntryPath location, Consumer<Fault> faults) {
        if (location.node().isTextual()) {
            try {
                Edtf.parse(location.node().textValue());
            } catch (EdtfException e) {
                faults.accept(location.fault(e.getMessage()));
            }
        }
    }

    private void checkPeriod(EntryPath period, Consumer<Fault> faults) {
        Edtf from = edtf(period.node().path("from"));
        Edtf to = edtf(period.node().path("to"));
        if (from != null && to != null && from.earliest() != null && to.latest() != null && from.earliest().isAfter(to.latest())) {
            faults.accept(period.fault("ends before it begins; write an earlier 'from' or a later 'to'"));
        }
    }

    /** Checks `reads` of attestations of a date or period. */
    private void checkAttestedDates(Entry entry, Definition definition, Consumer<Fault> faults) {
        entry.at("attestations/*").stream()
                .filter(location -> definition.entry().field(location.node().path("field").asText())
                        .filter(field -> field.type() == FieldType.DATE || field.type() == FieldType.PERIOD).isPresent())
                .flatMap(location -> location.at("reads").stream()).forEach(reads -> checkText(reads, faults));
    }

    /** Returns the reading of a date, or the date; null if it is not valid. */
    public static Edtf edtf(JsonNode date) {
        JsonNode text = date.has("reading") ? date.get("reading") : date.has("edtf") ? date.get("edtf") : date;
        try {
            return text.isValueNode() ? Edtf.parse(text.asText()) : null;
        } catch (EdtfException e) {
            return null;
        }
    }

    /** Whether a date is before another one however both are read. */
    static boolean isBefore(Edtf date, Edtf other) {
        return date != null && other != null && date.latest() != null && other.earliest() != null
                && date.latest().isBefore(other.earliest());
    }
}
