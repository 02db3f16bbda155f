package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.record.Kind;

/** Violations of the schema are reported, with what to write instead. */
class SchemaCheckTest {

    private static final String SOURCE = "slug: a, title: A, published: 2023-07-01, kind: ANALYSIS, language: en, paragraphs: 1, footnotes: 0";
    private static final String FIGURE = "slug: a, measure: M, printed: '1', unit: km, attestations: [{source: s, locator: title, voice: HEARSAY}]";

    private static List<String> source(String field) {
        String key = field.substring(0, field.indexOf(':'));
        return faults(new SchemaCheck(), file(Kind.SOURCE, "[{" + SOURCE.replaceAll(", " + key + ": [^,]*", "") + ", " + field + "}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            note: Sound              |
            published: 2023-13       |
            published: '{edtf: "2023-07", reading: "2023-07-01"}' |
            paragraphs: 6.0          | paragraphs: is the number 6.0; write it without a fraction or exponent
            paragraphs: 1e1          | paragraphs: is the number 10.0; write it without a fraction or exponent
            paragraphs: 6.5          | paragraphs: is the number 6.5 (in quotes it is text); write an integer (...)
            paragraphs: six          | paragraphs: is text; write an integer (...)
            paragraphs: [6]          | paragraphs: is a list; write an integer (...)
            paragraphs: {six: 6}     | paragraphs: is a map of keys; write an integer (...)
            paragraphs: true         | paragraphs: is true; write an integer (...)
            paragraphs: -1           | paragraphs: -1 is out of bounds; write a number from 0 (...)
            title: 7                 | title: is the number 7 (in quotes it is text); write text (...)
            note: ""                 | note: is blank; remove the key if nothing is known
            note: null               | note: is blank; remove the key if nothing is known
            language: English        | language: 'English' has an invalid format (...)
            language: "en\\n"        | language: 'en\\n' has an invalid format (...)
            kind: ANALYSES           | kind: 'ANALYSES' is not allowed here; write ANALYSIS (...)
            nota: A                  | nota: unknown key 'nota'; write note
            authors: a               | authors: is text; write a list (...)
            authors: [a, a]          | authors: has duplicate items; list each once
            published: 99999         | published: 99999 is out of bounds; write a number up to 9999 (...)
            published: [2023]        | published: is a list; write text or an integer or a map of keys (...)
            published: {edtf: 2023, inferred: false} | published.inferred: false is not allowed here; write true or remove the key (...)
            published: {reading: 2023} | published: 'edtf' is missing; write it (...)
            """)
    void faultOfASource(String field, String fault) {
        assertEquals(fault == null ? List.of() : List.of("sources: a." + fault), shortened(source(field)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            value: 6.0                  |
            value: 6.5                  |
            period: {}                  | period: has 0 keys; write 1 (...)
            attestations: []            | attestations: is empty; write at least 1 (...)
            attestations: [{source: s, voice: HEARSAY}] | attestations[0]: 'locator' is missing; write it (...)
            attestations: [{source: s, locator: title, voice: HEARSAY, field: unit, reads: km}] | attestations[0]: 'value' is missing; 'reads' requires it
            attestations: [{source: s, locator: title, voice: HEARSAY}, {source: s, locator: title, voice: SONG}] | attestations[1].voice: 'SONG' is not allowed here; write one of DOCUMENT_FACT, AUTHOR_OPINION, QUOTED_ACTOR, HEARSAY (...)
            of: [a, 1.0]                | of[1]: is the number 1.0 (in quotes it is text); write text (...) AND of[1]: is the number 1.0; write it without a fraction or exponent
            """)
    void faultOfAFigure(String field, String fault) {
        String entry = FIGURE.replaceAll(field.startsWith("attestations") ? ", attestations: .*" : "$^", "") + ", " + field;
        assertEquals(fault == null ? "" : "figures: a." + fault.replace(" AND ", " AND figures: a."),
                String.join(" AND ", shortened(faults(new SchemaCheck(), file(Kind.FIGURE, "[{" + entry + "}]")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {name: A}                       | [0]: 'slug' is missing; write it (...)
            {slug: a, name: A, weather: B}  | a.weather: unknown key 'weather'; remove it, or write one of slug, name, aliases, country, coordinates, attestations, resolutions, identifiers
            {slug: a, name: A, "x/y~0": B}  | a.x/y~0: unknown key 'x/y~0'; remove it, or write one of slug, name, aliases, country, coordinates, attestations, resolutions, identifiers
            [a]                             | [0]: is a list; write a map of keys (...)
            """)
    void faultOfAPlace(String entry, String fault) {
        assertEquals(List.of("places: b.name: is blank; remove the key if nothing is known", "places: " + fault).stream().sorted().toList(),
                shortened(faults(new SchemaCheck(), file(Kind.PLACE, "[" + entry + ", {slug: b, name: ''}, {slug: c, name: C}]"))).stream()
                        .sorted().toList());
    }

    /** Replaces the description of the field, which follows in parentheses. */
    private static List<String> shortened(List<String> faults) {
        return faults.stream().map(fault -> fault.replaceFirst(" \\([A-Z].*\\)$", " (...)")).toList();
    }

    @Test
    void longTextsAreShortened() {
        assertEquals(List.of(
                "places: a.name: is longer than 300 characters; shorten it (A name or a title: one line of plain text, at most 300 characters.)"),
                faults(new SchemaCheck(),
                        file(Kind.PLACE, "[{slug: a, name: " + "n".repeat(301) + "}, {slug: b, name: " + "n".repeat(300) + "}]")));
        assertEquals(List.of("places: has a text that is too long to be checked; shorten it"),
                faults(new SchemaCheck(), file(Kind.PLACE, "[{slug: a" + "-a".repeat(50_000) + ", name: A}]")));
    }

    @Test
    void oneReferenceIsRequired() {
        String statement = "slug: a, speakers: [b], date: 2023-01-01, form: REMARKS, summary: S, "
                + "attestations: [{source: s, locator: title, voice: HEARSAY}], references: [%s]";
        for (String reference : List.of("{relation: COMMENTS_ON}", "{relation: COMMENTS_ON, figure: f, event: e}")) {
            List<String> faults = faults(new SchemaCheck(), file(Kind.STATEMENT, "[{" + statement.replace("%s", reference) + "}]"));
            assertEquals(1, faults.size());
            int keys = reference.split(":").length - 1;
            assertTrue(faults.get(0).startsWith("statements: a.references[0]: has " + keys + " keys; write 2"), faults.get(0));
        }
    }

    @Test
    void fileWithoutAListIsReportedByItsReader() {
        assertEquals(List.of(), faults(new SchemaCheck(), file(Kind.PLACE, "{slug: a}")));
    }
}
