package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.entry.EntryFiles;
import org.parley.record.IdentifierScheme;
import org.parley.record.Kind;

/** Identifiers name one record each, and have the form of their scheme. */
class IdentifierCheckTest {

    private static List<String> identifiers(String yaml) {
        return faults(new IdentifierCheck(), file(Kind.PLACE, "[{slug: a, identifiers: [" + yaml + "]}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wikidata   | Q0        | Q227
            wikidata   | q227      | Q227
            wikidata   | P31       | Q227
            iso3166-1  | az        | AZ
            iso3166-1  | AZER      | AZ
            pa-x       | 0864      | 864
            ucdp       | war/388   | conflict/388
            doi        | doi:10.1/a | 10.1177/0022343319853603
            isbn       | 0306406157 | 9780306406157
            """)
    void valueHasTheFormOfItsScheme(String scheme, String value, String example) {
        String fault = identifiers("{scheme: " + scheme + ", value: \"" + value + "\"}").get(0);
        assertTrue(fault.startsWith("places: a.identifiers[0].value: '" + value + "' is not an identifier of the scheme '" + scheme
                + "'; write one such as '" + example + "' (https://"), fault);
    }

    @ParameterizedTest
    @EnumSource
    void exampleOfASchemeIsValid(IdentifierScheme scheme) {
        assertEquals(List.of(), identifiers("{scheme: " + scheme.word() + ", value: \"" + scheme.example() + "\"}"));
        assertTrue(scheme.url(scheme.example()).orElse("https://" + scheme.example()).contains(scheme.example()), scheme.word());
    }

    @Test
    void schemesAreDocumented() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("seeds/README.md"));
        assertEquals(List.of(), Arrays.stream(IdentifierScheme.values()).filter(
                scheme -> lines.stream().noneMatch(line -> line.startsWith("| [`" + scheme.word() + "`](" + scheme.documentation() + ") | ")
                        && line.contains("`" + scheme.example() + "`")))
                .toList());
    }

    @Test
    void urlIsDerivedOrWritten() {
        assertEquals(List.of("places: a.identifiers[0].url: is derived from the value if the scheme is 'wikidata'; remove it"),
                identifiers("{scheme: wikidata, value: Q1, url: https://www.wikidata.org/wiki/Q1}"));
        assertEquals(List.of(), identifiers("{scheme: my-own, value: Q0, url: https://a.example/Q0}, {scheme: my-own, value: \"2\"}"));
        assertEquals(List.of(), identifiers("{scheme: naturalearth, value: \"7\", url: https://a.example/7}"));
        assertEquals(List.of(), identifiers("{scheme: iso3166-1, value: AZE, url: https://a.example/AZE}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {scheme: Wiki data, value: a}                 | scheme: 'Wiki data' has an invalid format
            {scheme: my-own, value: a, url: ftp://a.example} | url: 'ftp://a.example' has an invalid format
            {scheme: my-own, value: a, url: "javascript:alert(1)"} | url: 'javascript:alert(1)' has an invalid format
            {scheme: my-own, value: a, url: "https://a b"} | url: 'https://a b' has an invalid format
            {scheme: my-own, value: 7}                    | value: is the number 7 (in quotes it is text)
            """)
    void formIsThatOfTheSchema(String identifier, String fault) {
        List<String> found = faults(new SchemaCheck(), file(Kind.PLACE, "[{slug: a, name: A, identifiers: [" + identifier + "]}]"));
        assertTrue(found.size() == 1 && found.get(0).startsWith("places: a.identifiers[0]." + fault), found.toString());
    }

    @Test
    void identifierNamesOneRecordOfAnyKind() {
        assertEquals(
                List.of("places: c.identifiers[1]: '7' of the scheme 'x' is already an identifier of the place 'c' at places:0;"
                        + " correct one of them, or merge the records",
                        "more: b.identifiers[1]: 'Q1' of the scheme 'wikidata' is already an identifier of the actor 'a' at actors:0;"
                                + " correct one of them, or merge the records"),
                faults(new IdentifierCheck(),
                        file(Kind.PLACE,
                                "[{slug: c, identifiers: [{scheme: x, value: \"7\"}, {scheme: x, value: \"7\", url: https://a.example}]}]"),
                        file(Kind.ACTOR, "[{slug: a, identifiers: [{scheme: wikidata, value: Q1}, {scheme: x, value: Q1}]}]"),
                        file(Kind.ACTOR, "more",
                                "[{slug: b, identifiers: [{scheme: wikidata, value: Q2}, {scheme: wikidata, value: Q1}]}]")));
    }

    @Test
    void knownRecordsHaveTheirIdentifiers() {
        EntryFiles files = EntryFiles.of(List.of(file(Kind.PLACE, "[{slug: a, identifiers: [{scheme: x, value: y}]}]")));
        assertEquals(List.of(), faults(new IdentifierCheck(), files));
        assertEquals(
                List.of("places: a.identifiers[0]: 'y' of the scheme 'x' is already an identifier of the track 't' at tracks:0;"
                        + " correct one of them, or merge the records"),
                faults(new IdentifierCheck(),
                        files.withKnown(List.of(file(Kind.TRACK, "[{slug: t, identifiers: [{scheme: x, value: y}]}]")))));
    }
}
