package org.parley.seed.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.Spot;
import org.parley.time.Edtf;
import org.parley.time.EdtfException;

/** A date that is no EDTF, or a period that ends before it begins. */
final class DateCheck implements Check {

    private static final List<String> DATES = List.of("date", "published", "points/*/date", "period/from", "period/to", "offices/*/from",
            "offices/*/to");
    private static final List<String> DATE_FIELDS = List.of("date", "published", "period");
    private static final List<String> PERIODS = List.of("period", "offices/*");

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        folder.entries().forEach(entry -> {
            DATES.forEach(path -> entry.at(path).forEach(date -> checkDate(date, faults)));
            PERIODS.forEach(path -> entry.at(path).forEach(period -> checkPeriod(period, faults)));
            checkReads(entry, faults);
        });
    }

    private void checkDate(Spot date, Consumer<Fault> faults) {
        checkText(date, faults);
        date.at("edtf").forEach(text -> checkText(text, faults));
        date.at("reading").forEach(text -> checkText(text, faults));
        date.at("reading").stream().filter(reading -> edtf(reading.node()) != null)
                .filter(reading -> contradicts(reading.node().asText(), date.node().path("edtf").asText()))
                .forEach(reading -> faults.accept(reading.fault("'" + reading.node().asText() + "' contradicts '"
                        + date.node().path("edtf").asText() + "'; write a reading that only says what the sources leave out")));
    }

    /** Whether an end of the reading has another digit where the sources give one; they give no interval here. */
    private static boolean contradicts(String reading, String edtf) {
        String given = edtf.replaceAll("[?~%]", "");
        return !given.contains("/")
                && Arrays.stream(reading.split("/")).anyMatch(end -> IntStream.range(0, Math.min(end.length(), given.length()))
                        .anyMatch(i -> given.charAt(i) != 'X' && given.charAt(i) != end.charAt(i) && Character.isDigit(end.charAt(i))));
    }

    private void checkText(Spot spot, Consumer<Fault> faults) {
        if (spot.node().isTextual()) {
            try {
                Edtf.parse(spot.node().textValue());
            } catch (EdtfException e) {
                faults.accept(spot.fault(e.getMessage()));
            }
        }
    }

    private void checkPeriod(Spot period, Consumer<Fault> faults) {
        Edtf from = edtf(period.node().path("from"));
        Edtf to = edtf(period.node().path("to"));
        if (from != null && to != null && from.earliest() != null && to.latest() != null && from.earliest().isAfter(to.latest())) {
            faults.accept(period.fault("ends before it begins; write an earlier 'from' or a later 'to'"));
        }
    }

    /** What an attestation of a date reads is a date too. */
    private void checkReads(Entry entry, Consumer<Fault> faults) {
        entry.at("attestations/*").stream().filter(spot -> DATE_FIELDS.contains(spot.node().path("field").asText()))
                .flatMap(spot -> spot.at("reads").stream()).forEach(reads -> checkText(reads, faults));
    }

    private static Edtf edtf(JsonNode date) {
        JsonNode text = date.has("reading") ? date.get("reading") : date.has("edtf") ? date.get("edtf") : date;
        try {
            return text.isValueNode() ? Edtf.parse(text.asText()) : null;
        } catch (EdtfException e) {
            return null;
        }
    }
}
