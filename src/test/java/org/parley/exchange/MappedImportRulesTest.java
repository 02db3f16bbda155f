package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.dataset.DataSetFolder;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;

/** Tests what an import by a mapping does with lists, intervals, terms, columns that are not there, and files that change. */
class MappedImportRulesTest {

    private static final String TALKS = """
            source: register
            records:
              - kind: meetings
                locator: "record {No}"
                fields:
                  title: "{Title}"
                  kind: VISIT
                  level: UNSPECIFIED
                  medium: IN_PERSON
                  setting: VISIT
                  status: HELD
                  date: {from: "{Begin}", to: "{End}", formats: [yyyy-MM-dd, yyyy]}
                  participations:
                    - actor: {value: "{Who}", split: ";", new: {kind: PERSON}}
                      onBehalfOf: {value: "{For}", split: ";", new: {kind: STATE}}
                      roles: [PARTICIPANT]
            """;
    private static final String TALK = "No,Title,Begin,End,Who,For\n1,Talks by the river,%s,%s,%s,%s\n";
    private static final String PACT = """
            source: register
            records:
              - kind: agreements
                where: {"{No}": "\\\\d{1,3}"}
                locator: "record {No}"
                fields:
                  title: "{Title}"
                  kind: FRAMEWORK
                  status: SIGNED
                  date: "{Day}"
                  parties: {value: "{Sides}", split: "; ", new: {kind: STATE}}
            """;
    private static final String PACTS = "No,Title,Day,Sides\n1,Pact of the ford,2001-10-05,Utopia; Arcadia\n";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void writeADataSet() throws IOException {
        data = folder.resolve("data");
        write("data/sources/s.yaml",
                """
                        - {slug: register, title: Register, published: 2005, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                        - {slug: register-2, title: Register, published: 2006, kind: DATASET, language: en, paragraphs: 0, footnotes: 0, editionOf: register}
                        """);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private MappedImport read(String mapping, Path file, String source) throws IOException {
        return MappedImport.read(write("map.yaml", mapping), file, data, source, folder.resolve("faults.txt"), Progress.NONE);
    }

    private String load(String mapping, Path file, String source) throws IOException {
        MappedImport read = read(mapping, file, source);
        read.write();
        DataSetFolder.readChecked(data);
        return read.report();
    }

    private String faults(String mapping, Path file) {
        return assertThrows(FaultyDataException.class, () -> load(mapping, file, "")).getMessage().replace(folder + "/", "");
    }

    private String message(Path mapping, Path file) {
        try {
            return MappedImport.read(mapping, file, data, "", folder.resolve("faults.txt"), Progress.NONE).report();
        } catch (FaultyDataException e) {
            return e.getMessage();
        }
    }

    private JsonNode first(String file) throws IOException {
        return new YAMLMapper().readTree(data.resolve(file).toFile()).get(0);
    }

    private List<String> temporaries() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2001-05-01 | 2001-05-03 | 2001-05-01/2001-05-03", "'' | 2001-05-03 | ../2001-05-03",
            "2001-05-01 | '' | 2001-05-01", "2001 | 2001 | 2001"})
    void blankFirstDayIsAnOpenInterval(String from, String to, String date) throws IOException {
        load(TALKS, write("t.csv", String.format(Locale.ROOT, TALK, from, to, "Ana Berg", "Utopia")), "");
        assertEquals(date, first("meetings/t.yaml").path("date").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ana Berg;Ben Jones | Utopia;Arcadia | ana-berg utopia, ben-jones arcadia",
            "Ana Berg;Ben Jones | Utopia | ana-berg utopia, ben-jones utopia", "Ana Berg;Ben Jones | '' | ana-berg , ben-jones "})
    void severalValuesOfTwoFieldsArePairs(String who, String states, String expected) throws IOException {
        load(TALKS, write("t.csv", String.format(Locale.ROOT, TALK, "2001", "", who, states)), "");
        StringBuilder pairs = new StringBuilder();
        first("meetings/t.yaml").path("participations").forEach(one -> pairs.append(pairs.isEmpty() ? "" : ", ")
                .append(one.path("actor").asText()).append(' ').append(one.path("onBehalfOf").asText()));
        assertEquals(expected.strip(), pairs.toString().strip());
    }

    @Test
    void listsOfDifferentLengthAreAFault() throws IOException {
        String message = faults(TALKS,
                write("t.csv", String.format(Locale.ROOT, TALK, "2001", "", "Ana Berg;Ben Jones;Carl Diaz", "Utopia;Arcadia")));
        assertTrue(message.contains("has 3 values of 'actor', but 2 of 'onBehalfOf'; write as many of both"), message);
    }

    @Test
    void orderAndNamesOfReferencesMakeNoDifference() throws IOException {
        Path pacts = write("p.csv", PACTS);
        load(PACT, pacts, "");
        assertEquals("Arcadia, Utopia", first("agreements/p.yaml").path("attestations").findValuesAsText("reads").get(0));
        load(PACT, write("p2.csv", PACTS.replace("Utopia; Arcadia", "Arcadia; Utopia")), "register-2");
        JsonNode pact = first("agreements/p.yaml");
        assertFalse(pact.has("resolutions"));
        assertEquals(List.of("Arcadia, Utopia", "Arcadia, Utopia"), pact.path("attestations").findValuesAsText("reads"));
        Path actors = data.resolve("actors/p.yaml");
        Files.writeString(actors, Files.readString(actors).replace("name: Utopia", "name: New Utopia\n  aliases: [Utopia]"));
        assertTrue(load(PACT, pacts, "").endsWith("  1 known, unchanged\n"));
        load(PACT, write("p3.csv", PACTS.replace("Utopia; Arcadia", "Arcadia; Atlantis")), "register-2");
        pact = first("agreements/p.yaml");
        assertEquals("parties", pact.path("resolutions").path(0).path("field").asText());
        assertEquals(List.of("Arcadia, Utopia", "Arcadia, Utopia", "Arcadia, Atlantis"),
                pact.path("attestations").findValuesAsText("reads"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2001 | 2005 | 2003 | 2007 | 2001 2007", "2001-05 | 2005 | 2001 | 2005-03 | 2001 2005",
            "2001 | 2005 | 2001-01 | 2005-12 | 2001-01 2005-12", "'' | 2003 | 2001 | 2005 | 2005", "2001 | 2005 | '' | 2003 | 2005",
            "2001 | 2005 | 2003 | '' | 2001 ", "2001-11-01 | 2003 | 2001-12 | 2005-01 | 2001-11-01 2005-01"})
    void overlappingTermsAreTheirUnion(String from, String to, String nextFrom, String nextTo, String expected) throws IOException {
        String mapping = """
                source: register
                records:
                  - kind: actors
                    rows: persons
                    fields:
                      name: "{name}"
                      kind: PERSON
                      offices: {rows: terms, title: Member, rank: OTHER, of: {value: House, new: {kind: BODY}}, from: "{from}", to: "{to}"}
                """;
        load(mapping, write("a.json", String.format(Locale.ROOT, """
                {"persons": [{"name": "Ana Berg", "terms": [{"from": "%s", "to": "%s"}, {"from": "%s", "to": "%s"}]}]}
                """, from, to, nextFrom, nextTo)), "");
        JsonNode offices = new YAMLMapper().readTree(data.resolve("actors/a.yaml").toFile()).findValue("offices");
        assertEquals(1, offices.size(), offices.toString());
        assertEquals(expected == null ? "" : expected.strip(),
                (offices.get(0).path("from").asText() + " " + offices.get(0).path("to").asText()).strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'\"{No}\": ' | '\"{Nr}\": ' | Nr", "{Sides} | {Sdies} | Sdies", "record {No} | record {Mo} | Mo"})
    void columnThatNoRowHasIsAFault(String written, String wrong, String column) throws IOException {
        String json = """
                {"pacts": [{"No": 1, "Title": "Pact", "Day": "2001-10-05", "Sides": "Utopia; Arcadia"}]}""";
        String xml = """
                <all><pacts><No>1</No><Title>Pact</Title><Day>2001-10-05</Day><Sides>Utopia; Arcadia</Sides></pacts></all>""";
        String lines = json.substring(json.indexOf('[') + 1, json.indexOf(']'));
        String mapping = PACT.replace("kind: agreements", "kind: agreements\n    rows: pacts");
        for (Path file : List.of(write("p.csv", PACTS), write("p.json", json), write("p.xml", xml), write("p.jsonl", lines))) {
            String message = faults(mapping.replace(written, wrong), file);
            assertTrue(message.contains(column + ": is not a column of the file; write "), message);
            read(mapping, file, "");
            Path optional = write("optional.yaml", "optional: [" + column + "]\n" + mapping.replace(written, wrong));
            assertFalse(message(optional, file).contains("is not a column"), "no agreement is without parties");
        }
    }

    @Test
    void listThatTheFileDoesNotHaveIsAFault() throws IOException {
        Path json = write("p.json", "{\"pacts\": []}");
        Path xml = write("p.xml", "<all><pacts/></all>");
        String mapping = PACT.replace("kind: agreements", "kind: agreements\n    rows: pcats");
        assertTrue(faults(mapping, json).contains("p.json: has no list 'pcats'; correct 'rows' in the mapping"));
        assertTrue(faults(mapping, xml).contains("p.xml: has no element 'pcats'; correct 'rows' in the mapping"));
        assertEquals(0, read("optional: [pcats]\n" + mapping, json, "").report().indexOf("0 rows"));
    }

    @Test
    void misspeltListsOfObjectsAndLookupsAreFaults() throws IOException {
        Path popolo = write("a.json",
                """
                        {"persons": [{"id": 1, "name": "Ana Berg", "terms": [{"from": "2001"}], "party": "p"}], "parties": [{"id": "p", "name": "Greens"}],
                         "ids": [{"person": 1, "value": "Q1"}]}""");
        String mapping = """
                source: register
                lookups: {party: {rows: parties, by: party}}
                records:
                  - kind: actors
                    rows: persons
                    fields:
                      name: "{name}"
                      kind: PERSON
                      description: "Member of {party.name}"
                      offices: {rows: terms, title: Member, rank: OTHER, of: {value: House, new: {kind: BODY}}, from: "{from}"}
                      identifiers: {rows: ids, join: {person: "{id}"}, scheme: wikidata, value: "{value}"}
                """;
        read(mapping, popolo, "");
        for (String[] wrong : new String[][]{{"by: party", "by: prty"}, {"party.name", "party.nmae"}, {"rows: terms", "rows: trems"},
                {"\"{from}\"", "\"{form}\""}, {"person: \"", "prson: \""}, {"\"{id}\"", "\"{di}\""}, {"\"{value}\"", "\"{vlaue}\""},
                {"rows: ids", "rows: isd"}, {"rows: parties, by", "rows: parties, key: di, by"}}) {
            String message = faults(mapping.replace(wrong[0], wrong[1]), popolo);
            assertTrue(message.contains("is not a column of the file") || message.contains("has no list 'isd'"), message);
        }
    }

    @Test
    void encodingOfTheMappingHoldsForXml() throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><all><row><No>1</No><Title>Pact of Brücke</Title><Day>2001</Day>"
                + "<Sides>Utopia; Arcadia</Sides></row></all>";
        Path file = Files.write(folder.resolve("p.xml"), xml.getBytes(Charset.forName("windows-1252")));
        String mapping = PACT.replace("kind: agreements", "kind: agreements\n    rows: row");
        assertTrue(faults(mapping, file).contains("p.xml"));
        assertTrue(load("encoding: windows-1252\n" + mapping, file, "").startsWith("1 rows (XML, windows-1252)"));
        assertEquals("Pact of Brücke", first("agreements/p.yaml").path("title").asText());
    }

    @Test
    void faultOfRowsOnOneLineIsCounted() throws IOException {
        String rows = "["
                + String.join(",", Collections.nCopies(300, "{\"No\": 1, \"Title\": \"Pact\", \"Day\": \"May\", \"Sides\": \"Utopia\"}"))
                + "]";
        String mapping = PACT.replace("\"{Day}\"", "{value: \"{Day}\", formats: [yyyy]}");
        String message = faults(mapping, write("p.json", rows));
        assertTrue(message.contains("(300 times)"), message);
        assertTrue(faults(mapping, write("q.json", rows.replace("},", "},\n"))).contains("(300 rows, in the lines 1, 2, 3, 4, 5 ...)"));
    }

    @Test
    void reportReplacesNoFile() throws IOException {
        Path taken = Path.of("p.csv.faults.txt");
        assertEquals(taken, MappedImport.newReport(folder.resolve("p.csv")));
        Files.writeString(taken, "mine");
        try {
            assertEquals(Path.of("p.csv.faults-2.txt"), MappedImport.newReport(folder.resolve("p.csv")));
        } finally {
            Files.delete(taken);
        }
    }

    @Test
    void fileThatChangedMeanwhileIsKept() throws IOException {
        load(PACT, write("p.csv", PACTS), "");
        MappedImport second = read(PACT, write("p2.csv", PACTS.replace("10-05", "10-06") + "2,Pact of the hill,2002,Utopia\n"),
                "register-2");
        Path pacts = data.resolve("agreements/p.yaml");
        Files.writeString(pacts, Files.readString(pacts) + "# Edited.\n");
        String message = assertThrows(FaultyDataException.class, second::write).getMessage();
        assertTrue(message.contains("p.yaml: was changed after it was read; run the command again"), message);
        assertTrue(Files.readString(pacts).endsWith("# Edited.\n"));
        assertFalse(Files.exists(data.resolve("agreements/p2.yaml")));
        assertEquals(List.of(), temporaries());
    }

    @Test
    void failureLeavesNoTemporaryFile() throws IOException {
        MappedImport pacts = read(PACT, write("p.csv", PACTS), "");
        write("data/agreements", "a file");
        assertThrows(FaultyDataException.class, pacts::write);
        assertEquals(List.of(), temporaries());
        assertFalse(Files.exists(data.resolve("actors/p.yaml")));
    }

    @Test
    void fileThatLosesItsCommentsIsNamed() throws IOException {
        load(PACT, write("p.csv", PACTS), "");
        Path actors = write("data/actors/p.yaml", """
                # A comment.
                - {slug: utopia, name: Utopia, kind: STATE, attestations: [{source: register, locator: record 1, voice: HEARSAY}]}
                - {slug: arcadia, name: Arcadia, kind: STATE, attestations: [{source: register, locator: record 2, voice: HEARSAY}]}
                """);
        String mapping = """
                source: register-2
                records:
                  - {kind: actors, fields: {name: "{Name}", kind: STATE}}
                """;
        String report = load(mapping, write("n.csv", "Name\nUtopia\n"), "");
        assertTrue(report.endsWith("  written again without its comments: " + actors + "\n"), report);
        assertFalse(Files.readString(actors, StandardCharsets.UTF_8).contains("# A comment."));
    }
}
