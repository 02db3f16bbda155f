package org.parley.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.EntryFiles;
import org.parley.matching.Match.Verdict;
import org.parley.record.Kind;

/** Tests which foreign records are known ones. */
class RecordIndexTest {

    private final RecordIndex index = new RecordIndex(EntryFiles.of(List.of()));

    private static JsonNode entry(String fields) throws IOException {
        return new YAMLMapper().readTree("{" + fields + "}");
    }

    private static JsonNode attested(String fields, String locator) throws IOException {
        return entry(
                fields + ", attestations: [{source: s, locator: " + locator + "}, {source: s, locator: " + locator + ", field: name}]");
    }

    private String verdict(JsonNode foreign) {
        Match match = index.compare(Kind.ACTOR, foreign, false);
        return match.verdict() + (match.verdict() == Verdict.SAME ? " " + match.slug() : "");
    }

    @ParameterizedTest
    @CsvSource({"X I,X II,NEW", "Илия I,Илия II,NEW", "John Paul I,John Paul II,NEW", "Charles II,Charles III,NEW", "Minsk Ⅰ,Minsk Ⅱ,NEW",
            "Louis XIV,LOUIS xiv,SAME a", "Cyrill Lill,Cyril Lil,SAME a", "Pius Xii,Pius Xi,NEW"})
    void romanNumeralsTellNamesApart(String known, String foreign, String verdict) throws IOException {
        index.add(Kind.ACTOR, entry("slug: a, kind: PERSON, name: " + known));
        assertEquals(verdict, verdict(entry("kind: PERSON, name: " + foreign)));
    }

    /** A member of parliament may have the name of a president. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{of: utopia}] | [{of: assembly}] | UNDECIDED", "[{of: utopia}] | [] | SAME a",
            "[] | [{of: assembly}] | SAME a", "[{of: utopia}, {of: assembly}] | [{of: assembly}, {of: greens}] | SAME a"})
    void officesElsewhereMayBeOfAnotherPerson(String known, String foreign, String verdict) throws IOException {
        index.add(Kind.ACTOR, entry("slug: a, kind: PERSON, name: Ana Berg, offices: " + known));
        assertEquals(verdict, verdict(entry("kind: PERSON, name: Ana Berg, offices: " + foreign)));
    }

    @Test
    void everyRomanNumeralDiffersFromEachOther() {
        List<NameKey> names = IntStream.range(1, 90).mapToObj(RecordIndexTest::roman).map(n -> NameKey.of("Karl " + n)).toList();
        for (NameKey one : names) {
            assertEquals(List.of(one), names.stream().filter(other -> one.similarity(other) >= Match.POSSIBLE).toList());
        }
    }

    private static String roman(int number) {
        return "I".repeat(number).replace("I".repeat(50), "L").replace("I".repeat(10), "X").replace("I".repeat(9), "IX")
                .replace("I".repeat(5), "V").replace("IIII", "IV").replace("XXXX", "XL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODY", "MINISTRY", "POLITICAL_PARTY", "GROUP"})
    void sharedSourceIsNoEvidenceForACommonName(String kind) throws IOException {
        String name = "name: National Assembly, kind: " + kind;
        index.add(Kind.ACTOR, attested("slug: a, " + name, "record 1"));
        assertEquals("SAME a", verdict(attested(name, "record 1")));
        assertEquals("UNDECIDED", verdict(attested(name, "record 2")));
        assertEquals("UNDECIDED", verdict(attested(name, "row 1")));
        index.add(Kind.ACTOR, attested("slug: b, countryCode: AZ, " + name, "row 1"));
        assertEquals("UNDECIDED", verdict(attested(name, "row 1")), "the number of a row");
        assertEquals(Verdict.UNDECIDED, index.named(Kind.ACTOR, "National Assembly").verdict());
        index.remove(Kind.ACTOR, "a");
        assertEquals("SAME b", verdict(attested("countryCode: AZ, " + name, "row 1")));
        assertEquals("NEW", verdict(attested("countryCode: AM, " + name, "row 1")));
        assertEquals(Verdict.UNDECIDED, index.named(Kind.ACTOR, "National Assembly").verdict(), "of which country?");
    }

    @Test
    void personAndNoPersonWithOneLocatorAreUndecided() throws IOException {
        index.add(Kind.ACTOR, attested("slug: a, name: Greens, kind: GROUP", "record 1"));
        assertEquals("UNDECIDED", verdict(attested("name: Carl Berg, kind: PERSON", "record 1")));
    }

    @ParameterizedTest
    @CsvSource({"Q1,,SAME a", "Q1,10,UNDECIDED", "Q1,11,UNDECIDED", "Q2,9,UNDECIDED", "Q3,11,SAME b", "Q3,10,SAME b", "Q9,,NEW"})
    void identifiersOfTwoRecordsAreUndecided(String wikidata, String viaf, String verdict) throws IOException {
        index.add(Kind.PLACE, entry("slug: p, name: Place, identifiers: [{scheme: wikidata, value: Q1}]"));
        index.add(Kind.ACTOR, entry("slug: a, name: A, identifiers: [{scheme: wikidata, value: Q1}, {scheme: viaf, value: '9'}]"));
        index.add(Kind.ACTOR, entry("slug: b, name: B, identifiers: [{scheme: viaf, value: '10'}]"));
        index.extend(Kind.ACTOR, entry("slug: b, identifiers: [{scheme: viaf, value: '11'}]"));
        String second = viaf == null ? "" : ", {scheme: viaf, value: '" + viaf + "'}";
        assertEquals(verdict, verdict(entry("name: C, identifiers: [{scheme: wikidata, value: " + wikidata + "}" + second + "]")));
    }

    @Test
    void removedRecordIsNotFound() throws IOException {
        String fields = "name: Carl Berg, aliases: [Berg], identifiers: [{scheme: wikidata, value: Q1}]";
        index.add(Kind.ACTOR, attested("slug: a, " + fields, "record 1"));
        assertTrue(index.hasSlug(Kind.ACTOR, "a"));
        index.remove(Kind.ACTOR, "a");
        assertFalse(index.hasSlug(Kind.ACTOR, "a"));
        assertEquals("NEW", verdict(attested(fields, "record 1")));
        assertEquals(Verdict.NEW, index.named(Kind.ACTOR, "Carl Berg").verdict());
    }
}
