package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.EntryFile;
import org.parley.record.Kind;

/** Attestations need existing locators and fields, and short quotations. */
class AttestationCheckTest {

    private static final EntryFile SOURCES = file(Kind.SOURCE, "[{slug: diary, paragraphs: 3, footnotes: 0}, {slug: bare}]");

    private static List<String> meeting(String rest) {
        return faults(new AttestationCheck(), SOURCES, file(Kind.MEETING, "[{slug: a, " + rest + "}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            diary, locator: paragraph 3  |
            diary, locator: title        |
            diary, locator: page 9       |
            other, locator: paragraph 4  |
            diary, locator: paragraph 4  | 'diary' has only 3 paragraphs; correct the number
            diary, locator: paragraph 99999999999 | 'diary' has only 3 paragraphs; correct the number
            diary, locator: footnote 1   | 'diary' has no footnotes; correct the number
            bare, locator: paragraph 1   | 'bare' has no paragraphs; correct the number
            """)
    void locatorLiesWithinTheSource(String attestation, String fault) {
        assertEquals(fault == null ? List.of() : List.of("meetings: a.attestations[0].locator: " + fault),
                meeting("attestations: [{source: " + attestation + "}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "date", "hosts", "mediators", "participations", "placeInferred"})
    void attestedOrResolvedFieldExists(String field) {
        assertEquals(List.of(), meeting("attestations: [{field: " + field + "}], resolutions: [{field: " + field + "}]"));
    }

    @Test
    void missingFieldIsReported() {
        assertEquals(
                List.of("meetings: a.attestations[1].field: this meeting has no field 'titel'; write title",
                        "meetings: a.resolutions[0].field: this meeting has no field 'dte'; write date"),
                meeting("attestations: [{field: title}, {field: titel}], resolutions: [{field: dte}]"));
        assertEquals(List.of(
                "places: a.attestations[0].field: this place has no field 'weather'; write one of aliases, coordinates, country, identifiers, name"),
                faults(new AttestationCheck(), file(Kind.PLACE, "[{slug: a, attestations: [{field: weather}]}]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slug", "attestations", "resolutions", "mark"})
    void nonFactsCannotBeAttested(String field) {
        List<String> faults = meeting("attestations: [{field: " + field + "}]");
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("this meeting has no field '" + field + "'; write "), faults.get(0));
    }

    @ParameterizedTest
    @CsvSource({"statement, true", "number, true", "stance, false", "date, false"})
    void internalFieldsCannotBeAttested(String field, boolean internal) {
        List<String> faults = faults(new AttestationCheck(), file(Kind.POSITION, "[{slug: a, attestations: [{field: " + field + "}]}]"));
        assertEquals(internal ? 1 : 0, faults.size(), faults.toString());
    }

    @Test
    void itemsHaveTheirOwnAttestations() {
        assertEquals(
                List.of("statements: a.points[0].attestations[0].locator: 'diary' has only 3 paragraphs; correct the number",
                        "statements: a.points[0].attestations[0].field: this point has no field 'stanse'; write stance"),
                faults(new AttestationCheck(), SOURCES, file(Kind.STATEMENT, "[{slug: a, points: [{attestations: "
                        + "[{source: diary, locator: paragraph 4, field: stanse}, {source: diary, field: stance}]}]}]")));
        assertEquals(
                List.of("agreements: a.provisions[0].attestations[0].field: this provision has no field 'parties'; write one of issue,"
                        + " number, steps, summary, text"),
                faults(new AttestationCheck(), file(Kind.AGREEMENT, "[{slug: a, provisions: [{attestations: [{field: parties}]}]}]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 2 3 4 5 6 7 8 9 10 11 12                   | 12
            1 2 3 4 5 6 7 8 9 10 11 12 13                | 13
            one—two–three four five six seven eight nine ten eleven twelve thirteen | 13
            1 - 2 ... 3 ! 4 5 6 7 8 9 10 11 12           | 12
            it's 2 3 4 5 6 7 8 9 10 11 well-known        | 12
            Դա 2 3 4 5 6 7 8 9 10 11 12 13 14            | 14
            """)
    void longQuotationsAreReported(String words, int number) {
        String fault = ": quotes " + number + " words; quote at most 12";
        assertEquals(number <= 12 ? List.of() : List.of("meetings: a.attestations[0].fragment" + fault),
                meeting("attestations: [{fragment: \"" + words + "\"}]"));
        assertEquals(number <= 12 ? List.of() : List.of("statements: a.quotation" + fault),
                faults(new AttestationCheck(), file(Kind.STATEMENT, "[{slug: a, quotation: \"" + words + "\"}]")));
        assertEquals(List.of(), meeting("summary: \"" + words + "\""));
    }
}
