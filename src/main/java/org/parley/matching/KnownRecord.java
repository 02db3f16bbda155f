package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.parley.record.Kind;
import org.parley.time.Edtf;
import org.parley.time.EdtfException;

/** What records are compared by. Two of them are equal only if they are the same object. */
final class KnownRecord {

    /** Ends the scheme of an identifier that is a locator in a source. */
    static final String LOCATOR = "#";
    private static final List<String> ACTORS = List.of("participations", "parties", "actors", "actor", "speakers", "addressees",
            "onBehalfOf");
    private static final List<String> PLACES = List.of("places", "place");

    private final Kind kind;
    private final JsonNode entry;
    private final List<NameKey> names = new ArrayList<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> locators = new HashSet<>();
    private final String slug;
    private final Set<String> rows = new HashSet<>();
    private Set<String> involved;
    private Edtf date;
    private Long firstDay;
    private Long lastDay;

    private KnownRecord(Kind kind, JsonNode entry) {
        this.kind = kind;
        this.entry = entry;
        this.slug = entry.path("slug").asText();
    }

    /**
     * Reads an entry of the data set, or one that an import adds to it.
     *
     * @param series the first edition of a source, by its slug
     * @param keys the key of a name
     */
    static KnownRecord known(Kind kind, JsonNode entry, UnaryOperator<String> series, Function<String, NameKey> keys) {
        KnownRecord record = of(kind, entry, keys);
        record.extend(entry, series);
        return record;
    }

    /**
     * Reads an entry made of a foreign record, or of a reference in one.
     *
     * @param isReference whether the locator is that of the record that refers to it
     */
    static KnownRecord foreign(Kind kind, JsonNode entry, UnaryOperator<String> series, Function<String, NameKey> keys,
            boolean isReference) {
        KnownRecord record = of(kind, entry, keys);
        record.extend(entry, series, attestation -> !isReference);
        return record;
    }

    private static KnownRecord of(Kind kind, JsonNode entry, Function<String, NameKey> keys) {
        KnownRecord record = new KnownRecord(kind, entry);
        record.addName(keys.apply(record.displayName()));
        entry.path("aliases").forEach(alias -> record.addName(keys.apply(alias.asText())));
        JsonNode written = entry.path("date");
        try {
            record.date = written.isMissingNode() ? null
                    : Edtf.parse(written.path("reading").asText(written.path("edtf").asText(written.asText())));
        } catch (EdtfException e) {
            // The checks report it.
            record.date = null;
        }
        record.firstDay = day(record.date == null ? null : record.date.earliest());
        record.lastDay = day(record.date == null ? null : record.date.latest());
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
            } else {
                rows.add(attestation.path("source").asText() + " " + attestation.path("locator").asText());
            }
            if (locator.contains(LOCATOR + " record ") && isOwn.test(attestation)) {
                identifiers.add(locator);
            }
        });
    }

    private void addName(NameKey key) {
        if (!key.text().isEmpty()) {
            names.add(key);
        }
    }

    Kind kind() {
        return kind;
    }

    String slug() {
        return slug;
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

    private static Long day(LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }

    /** Returns the first possible day as a number of days since 1970; null if it is not known. */
    Long firstDay() {
        return firstDay;
    }

    /** Returns the last possible day as a number of days since 1970; null if it is not known. */
    Long lastDay() {
        return lastDay;
    }

    boolean isDated() {
        return date != null;
    }

    /** Returns the slugs of the actors and places of the record. */
    Set<String> involved() {
        if (involved == null) {
            involved = slugs(PLACES);
            involved.addAll(actors());
        }
        return involved;
    }

    /** Returns the slugs of the actors of the record. */
    Set<String> actors() {
        return slugs(ACTORS);
    }

    /** Returns the slugs that some fields have. */
    Set<String> slugs(List<String> keys) {
        Set<String> slugs = new HashSet<>();
        for (String key : keys) {
            JsonNode value = entry.path(key);
            (value.isArray() ? value : List.of(value)).forEach(item -> slugs.add(item.path("actor").asText(item.asText())));
        }
        slugs.remove("");
        return slugs;
    }

    /** Returns the numbers of the rows that attest it, each with its edition of the source. */
    Set<String> rows() {
        return rows;
    }

    /** Returns the slugs of the states and bodies of the offices. */
    Set<String> offices() {
        Set<String> slugs = new HashSet<>();
        entry.path("offices").forEach(office -> slugs.add(office.path("of").asText()));
        return slugs;
    }

    String text(String key) {
        return entry.path(key).asText();
    }
}
