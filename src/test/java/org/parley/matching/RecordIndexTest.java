package org.parley.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** An initial is no numeral. Returns a verdict other than NEW: a person has to judge. */
    @ParameterizedTest
    @CsvSource({"Vladimir V. Putin,Vladimir Putin", "Charles Pinckney,Charles C. Pinckney", "Mikhail Sergeev X.,Mikhail Sergeev",
            "Donald L Evans,Donald Evans"})
    void initialsDoNotTellNamesApart(String known, String foreign) throws IOException {
        index.add(Kind.ACTOR, entry("slug: a, kind: PERSON, name: " + known));
        assertEquals("UNDECIDED", verdict(entry("kind: PERSON, name: " + foreign)));
    }

    /** Two persons may have one alias: a person has to judge. */
    @ParameterizedTest
    @CsvSource({"'Anar Aliyev, aliases: [A. Aliyev]','Ali Aliyev, aliases: [A. Aliyev]'",
            "'Johanna Berg, aliases: [J. Berg, Hanna]','Jan Berg, aliases: [J. Berg]'", "'Eva Lind, aliases: [E. Lind]',E. Lind"})
    void aliasDoesNotIdentifyAPerson(String known, String foreign) throws IOException {
        index.add(Kind.ACTOR, entry("slug: a, kind: PERSON, name: " + known));
        assertEquals("UNDECIDED", verdict(entry("kind: PERSON, name: " + foreign)));
    }

    /** Names in other transliterations, another order, or with a patronymic: a person has to judge. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Kəmaləddin Qəhrəmanov|Кахраманов, Кямаледдин Наби оглы|UNDECIDED",
            "Gevorg Kostanyan|Костанян Геворг Самвелович|UNDECIDED", "Tchaikovsky Pyotr|Chaikovskii Petr Ilyich|UNDECIDED",
            "Nona Aliyeva|Nina Kazimova|NEW", "Arman Saghatelyan|Saghatelyan Gurgen|NEW", "Jan Peeters|Anna Pieters|NEW",
            "Angela|Angele|NEW"})
    void namesOfPersonsAreComparedBySound(String known, String foreign, String verdict) throws IOException {
        index.add(Kind.ACTOR, entry("slug: a, kind: PERSON, name: '" + known + "'"));
        assertEquals(verdict, verdict(entry("kind: PERSON, name: '" + foreign + "'")));
        assertEquals("NEW", verdict(entry("kind: ORGANIZATION, name: '" + foreign + "'")), "not a person");
    }

    /** Only actors in common at one time make records of one name the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2022-10-06, places: [prague], actors: [a, m] | 2022-10-06, places: [prague], actors: [p, e] | false",
            "2022-10-06, places: [prague] | 2022-10-06, places: [prague] | false", "2022-10-06 | 2022-10-06 | false",
            "2022-10-06, actors: [a, m] | 2022-10-06, actors: [a, c] | false",
            "2022-10-06, actors: [a, m] | 2022-10-06, actors: [m, a] | true", "2022-10, actors: [a, m] | 2022-10-06, actors: [m, a] | true",
            "2023, actors: [a, m] | 2023-11-02, actors: [m, a] | false", "2023, actors: [a, m] | 2023, actors: [m, a] | true",
            "2023-01-01/2023-01-20, actors: [a] | 2023-01-15/2023-02-05, actors: [a] | false",
            "2023-01-01, speakers: [i] | 2023-01-01, speakers: [f] | false", "2023-01-01, speakers: [i] | 2023-01-01, speakers: [i] | true",
            "2023-01-01, speakers: [i], addressees: [u, v, w] | 2023-01-01, speakers: [i, f], addressees: [u, v, w] | false",
            "2023-01-01, actor: i, issue: x, stance: FOR | 2023-01-01, actor: i, issue: x, stance: FOR | true",
            "2023-01-01, actor: i, issue: x, stance: FOR | 2023-01-01, actor: i, issue: y, stance: FOR | false",
            "2023-01-01, actor: i, issue: x, stance: FOR | 2023-01-01, actor: i, issue: x, stance: AGAINST | false",
            "2023-01-01, actor: i, issue: x | 2023-01-01, actor: f, issue: x | false"})
    void recordsAreTheSameOnlyWithTheirActors(String known, String foreign, boolean isSame) throws IOException {
        index.add(Kind.STATEMENT, entry("slug: k, summary: Calls for a ceasefire, date: " + known));
        Match match = index.compare(Kind.STATEMENT, entry("summary: Calls for a ceasefire, date: " + foreign), false);
        assertEquals(isSame, match.verdict() == Verdict.SAME, match::toString);
    }

    @Test
    void otherSpeakersContradict() throws IOException {
        index.add(Kind.STATEMENT, entry("slug: k, summary: Calls for a ceasefire, date: 2023-01-01, speakers: [iran]"));
        String other = "summary: Calls for a ceasefire, date: 2023-01-01, speakers: ";
        assertEquals(Verdict.NEW, index.compare(Kind.STATEMENT, entry(other + "[france]"), false).verdict());
        assertEquals(Verdict.UNDECIDED, index.compare(Kind.STATEMENT, entry(other + "[minister], onBehalfOf: [iran]"), false).verdict());
    }

    @Test
    void allCandidatesAreKept() throws IOException {
        for (int i = 10; i < 40; i++) {
            index.add(Kind.ACTOR, entry("slug: a-" + i + ", kind: PERSON, name: Ana Berg"));
        }
        Match match = index.compare(Kind.ACTOR, entry("kind: PERSON, name: Ana Berg"), false);
        assertEquals(30, match.candidates().size());
        Set<String> others = IntStream.range(10, 39).mapToObj(i -> "a-" + i).collect(Collectors.toSet());
        assertEquals("a-39", match.without(others).slug());
    }

    /** A person has judged that the only good candidate is another one: the next best is not forgotten. */
    @Test
    void lessGoodCandidatesAreKept() throws IOException {
        index.add(Kind.ACTOR, entry("slug: a, kind: PERSON, name: Anabella Bergstrom"));
        index.add(Kind.ACTOR, entry("slug: b, kind: PERSON, name: Anabella Bergstrome"));
        Match match = index.compare(Kind.ACTOR, entry("kind: PERSON, name: Anabella Bergstrom"), false);
        assertEquals("SAME a", match.verdict() + " " + match.slug());
        Match rest = match.without(Set.of("a"));
        assertEquals("UNDECIDED b", rest.verdict() + " " + rest.slug());
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
