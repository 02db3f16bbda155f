package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.parley.record.Kind;
import org.parley.time.Edtf;
import org.parley.time.EdtfException;

/** What records are compared by. Two of them are equal only if they are the same object. */
final class KnownRecord {

    /** Ends the scheme of an identifier that is a locator in a source. */
    static final String LOCATOR = "#";

    private final Kind kind;
    private final JsonNode entry;
    private final List<NameKey> names = new ArrayList<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> locators = new HashSet<>();
    private Edtf date;

    private KnownRecord(Kind kind, JsonNode entry) {
        this.kind = kind;
        this.entry = entry;
    }

    /**
     * Reads an entry of the data set, or one that an import adds to it.
     *
     * @param series the first edition of a source, by its slug
     */
    static KnownRecord known(Kind kind, JsonNode entry, UnaryOperator<String> series) {
        KnownRecord record = of(kind, entry);
        record.extend(entry, series);
        return record;
    }

    /**
     * Reads an entry made of a foreign record, or of a reference in one.
     *
     * @param isReference whether the locator is that of the record that refers to it
     */
    static KnownRecord foreign(Kind kind, JsonNode entry, UnaryOperator<String> series, boolean isReference) {
        KnownRecord record = of(kind, entry);
        record.extend(entry, series, attestation -> !isReference);
        return record;
    }

    private static KnownRecord of(Kind kind, JsonNode entry) {
        KnownRecord record = new KnownRecord(kind, entry);
        record.addName(record.displayName());
        entry.path("aliases").forEach(alias -> record.addName(alias.asText()));
        JsonNode written = entry.path("date");
        try {
            record.date = written.isMissingNode() ? null
                    : Edtf.parse(written.path("reading").asText(written.path("edtf").asText(written.asText())));
        } catch (EdtfException e) {
            // The checks report it.
            record.date = null;
        }
        return record;
    }

    /**
     * Adds the identifiers and locators of an entry. Actors and places may be made of the record of something else; of their own is one
     * that attests the name.
     */
    void extend(JsonNode entry, UnaryOperator<String> series) {
        extend(entry, series, attestation -> date != null || attestation.path("field").asText().equals("name"));
    }

    /** A source names each record of a kind by one identifier. The number of a row names none. */
    private void extend(JsonNode entry, UnaryOperator<String> series, Predicate<JsonNode> isOwn) {
        entry.path("identifiers")
                .forEach(identifier -> identifiers.add(identifier.path("scheme").asText() + " " + identifier.path("value").asText()));
        entry.path("attestations").forEach(attestation -> {
            String locator = series.apply(attestation.path("source").asText()) + LOCATOR + " " + attestation.path("locator").asText();
            if (!locator.contains(LOCATOR + " row ")) {
                locators.add(locator);
            }
            if (locator.contains(LOCATOR + " record ") && isOwn.test(attestation)) {
                identifiers.add(locator);
            }
        });
    }

    private void addName(String name) {
        NameKey key = NameKey.of(name);
        if (!key.text().isEmpty()) {
            names.add(key);
        }
    }

    Kind kind() {
        return kind;
    }

    String slug() {
        return entry.path("slug").asText();
    }

    /** Returns the name, the title, or the summary of the record. */
    String displayName() {
        return RecordIndex.displayName(entry);
    }

    List<NameKey> names() {
        return names;
    }

    /** Returns the scheme and value of each identifier, separated by a blank. */
    Set<String> identifiers() {
        return identifiers;
    }

    /** Returns where sources attest it, each by its first edition, without numbers of rows. */
    Set<String> locators() {
        return locators;
    }

    LocalDate firstDay() {
        return date == null ? null : date.earliest();
    }

    LocalDate lastDay() {
        return date == null ? null : date.latest();
    }

    boolean isDated() {
        return date != null;
    }

    /** Returns the slugs in some lists or fields of the entry. */
    Set<String> slugs(String... keys) {
        Set<String> slugs = new HashSet<>();
        for (String key : keys) {
            JsonNode value = entry.path(key);
            (value.isArray() ? value : List.of(value)).forEach(item -> slugs.add(item.path("actor").asText(item.asText())));
        }
        slugs.remove("");
        return slugs;
    }

    String text(String key) {
        return entry.path(key).asText();
    }
}
