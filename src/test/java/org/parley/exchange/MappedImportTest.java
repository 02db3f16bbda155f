package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.dataset.DataSetFolder;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;

/** Tests imports by a mapping: formats, faults, merging, judgements. The rows are made up. */
class MappedImportTest {

    private static final String ACCORDS = """
            source: register-1
            records:
              - kind: agreements
                locator: "record No {No}"
                fields:
                  title: "{Title}"
                  kind: FRAMEWORK
                  status: {value: "{State}", words: {"/signed.*/": SIGNED}, otherwise: UNKNOWN}
                  date: {value: "{Day}", formats: [yyyy-MM-dd, d MMMM yyyy, MMMM yyyy, serial]}
                  parties: {value: "{Sides}", split: "\\\\s*;\\\\s*", new: {kind: STATE}}
            """;
    private static final String HEADER = "No,Title,State,Day,Sides\n";
    private static final String ROWS = HEADER + """
            1,"Accord of Brücke, first part",Signed by both,5 October 2001,Arcadia; Utopia
            2,Accord of the Ford,,2001-11,Arcadia;Utopia
            """.replace("2001-11", "November 2001");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void writeADataSet() throws IOException {
        data = folder.resolve("data");
        write("data/sources/s.yaml",
                """
                        - {slug: register-1, title: Register, published: 2005, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                        - {slug: register-2, title: Register, published: 2006, kind: DATASET, language: en, paragraphs: 0, footnotes: 0, editionOf: register-1}
                        """);
        write("data/actors/a.yaml", """
                # Comments stay.
                - slug: angela-smith-1
                  name: Angela Smith
                  kind: PERSON
                  attestations:
                    - {source: register-1, locator: row 1, voice: DOCUMENT_FACT}

                - slug: angela-smith-2
                  name: Angela Smith
                  kind: PERSON
                  attestations:
                    - {source: register-1, locator: row 2, voice: DOCUMENT_FACT}
                """);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(charset));
    }

    private String load(String mapping, Path file, String source) throws IOException {
        MappedImport read = MappedImport.read(write("map.yaml", mapping), file, data, source, folder.resolve("faults.txt"), Progress.NONE);
        read.write();
        DataSetFolder.readChecked(data);
        return read.report();
    }

    private String faults(String mapping, Path file) throws IOException {
        Map<Path, String> before = files();
        String message = assertThrows(FaultyDataException.class, () -> load(mapping, file, "")).getMessage();
        assertEquals(before, files(), "nothing is written");
        return message.replace(folder + "/", "");
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file, Files.readString(file));
            }
        }
        return texts;
    }

    private List<JsonNode> entries(String file) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        new YAMLMapper().readTree(data.resolve(file).toFile()).forEach(entries::add);
        return entries;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {",#UTF-8", ";#windows-1252", "tab#UTF-16LE", "|#UTF-16BE"})
    void dialectAndEncodingAreDetected(String delimiter, String charset) throws IOException {
        char sign = delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
        String rows = ROWS.replace("\"Accord of Brücke, first part\"", "Accord of Brücke").replace("; ", " and ").replace(";", " and ")
                .replace(',', sign);
        String mapping = ACCORDS.replace("\\\\s*;\\\\s*", " and ");
        String report = load(mapping, write("accords.csv", rows, Charset.forName(charset)), "");
        assertEquals("2 rows (CSV, " + charset + ", delimiter " + (sign == '\t' ? "tab" : "'" + delimiter + "'") + ")\n  2 new actors\n"
                + "  2 new agreements\n  0 known, unchanged\n", report);
        JsonNode first = entries("agreements/accords.yaml").get(0);
        assertEquals(List.of("Accord of Brücke", "2001-10-05", "SIGNED", "[\"arcadia\",\"utopia\"]"), List.of(first.path("title").asText(),
                first.path("date").asText(), first.path("status").asText(), first.path("parties").toString()));
    }

    @Test
    void formatsHaveTheSameRows() throws IOException {
        String json = """
                [{"No": 1, "Title": "Accord", "State": "signed", "Day": "37169", "Sides": "Arcadia; Utopia"}]""";
        String xml = """
                <?xml version="1.0"?><all><row No="1"><Title>Accord</Title><State>signed</State><Day>5 October 2001</Day><Sides>Arcadia</Sides>
                <Sides>Utopia</Sides></row></all>""";
        load(ACCORDS, write("a.json", json), "");
        String told = entries("agreements/a.yaml").get(0).toString();
        Files.delete(data.resolve("agreements/a.yaml"));
        load(ACCORDS, write("b.jsonl", json.substring(1, json.length() - 1) + "\n"), "");
        assertEquals(told, entries("agreements/b.yaml").get(0).toString());
        Files.delete(data.resolve("agreements/b.yaml"));
        load(ACCORDS.replace("{No}", "{@No}").replace("kind: agreements", "kind: agreements\n    rows: row"), write("c.xml", xml), "");
        assertEquals(told.replace("37169", "5 October 2001"), entries("agreements/c.yaml").get(0).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NFC", "NFD"})
    void decomposedTextIsReadAsComposed(String form) throws IOException {
        String rows = Normalizer.normalize(HEADER + "1,Accord of Brücke,signed,2001-10-05,Türkiye; Côte d’Ivoire\n",
                Normalizer.Form.valueOf(form));
        load(ACCORDS, write("a.csv", rows), "");
        assertEquals(List.of("Côte d’Ivoire", "Türkiye"),
                entries("actors/a-2.yaml").stream().map(actor -> actor.path("name").asText()).sorted().toList());
        Map<Path, String> before = files();
        assertTrue(load(ACCORDS, folder.resolve("a.csv"), "").endsWith("  1 known, unchanged\n"));
        assertEquals(before, files());
    }

    /** Rows without a locator, of one title, day and place. */
    @Test
    void rowsOfOtherActorsAreNotMerged() throws IOException {
        String mapping = """
                source: register-1
                records:
                  - kind: agreements
                    fields:
                      title: "{Title}"
                      kind: FRAMEWORK
                      status: SIGNED
                      date: "{Day}"
                      parties: {value: "{Sides}", split: ";", new: {kind: STATE}}
                """;
        String rows = "Title,Day,Sides\nBilateral accord,2022-10-06,Arcadia;Utopia\nBilateral accord,2022-10-06,Elysium;Shangri\n";
        String report = load(mapping, write("a.csv", rows), "");
        assertTrue(report.contains("  1 new agreements\n") && report.contains("  1 held back"), report);
    }

    @Test
    void laterEditionMakesEveryDifferenceADiscrepancy() throws IOException {
        load(ACCORDS, write("accords.csv", ROWS), "");
        String second = ROWS.replace("5 October", "6 October").replace("Accord of the Ford", "Accord at the Ford");
        assertEquals("2 rows (CSV, UTF-8, delimiter ',')\n  2 agreements attested by more\n  0 known, unchanged\n",
                load(ACCORDS, write("accords-2.csv", second), "register-2"));
        List<JsonNode> accords = entries("agreements/accords.yaml");
        assertEquals(List.of("2001-10-05", "Accord of the Ford"),
                List.of(accords.get(0).path("date").asText(), accords.get(1).path("title").asText()), "the record keeps its values");
        assertEquals(List.of("date: 2001-10-05, 2001-10-06", "title: Accord at the Ford, Accord of the Ford"),
                accords.stream().flatMap(accord -> disputed(accord).stream()).toList());
        assertEquals("[{\"field\":\"date\",\"rule\":\"EDITOR\"}]",
                accords.get(0).path("resolutions").toString().replaceAll(",\"note.*?\"}", "}"));
        Map<Path, String> before = files();
        assertTrue(load(ACCORDS, folder.resolve("accords-2.csv"), "register-2").endsWith("  2 known, unchanged\n"));
        assertTrue(load(ACCORDS, folder.resolve("accords.csv"), "register-1").endsWith("  2 known, unchanged\n"));
        assertEquals(before, files());
    }

    /** Computes the fields with several values from the attestations, as the database does. */
    private static List<String> disputed(JsonNode record) {
        Map<String, java.util.TreeSet<String>> values = new TreeMap<>();
        record.path("attestations").forEach(attestation -> {
            if (attestation.has("value")) {
                values.computeIfAbsent(attestation.path("field").asText(), none -> new java.util.TreeSet<>())
                        .add(attestation.path("reads").asText(attestation.path("value").asText()));
            }
        });
        return values.entrySet().stream().filter(field -> field.getValue().size() > 1)
                .map(field -> field.getKey() + ": " + String.join(", ", field.getValue())).toList();
    }

    @Test
    void ambiguousNameWaitsForAJudgement() throws IOException {
        String mapping = ACCORDS.replace("new: {kind: STATE}", "new: {kind: PERSON}");
        Path file = write("accords.csv",
                HEADER + "1,Accord,signed,2001-10-05,Angela Smith\n2,Accord of the Ford,signed,2002-10-05,Ben Jones\n");
        Map<Path, String> before = files();
        assertTrue(load(mapping, file, "").contains("  1 held back: judge the 1 undecided in "));
        assertEquals(before.get(data.resolve("actors/a.yaml")), files().get(data.resolve("actors/a.yaml")));
        Path judgements = data.resolve("judgements.yaml");
        String text = Files.readString(judgements);
        assertTrue(text.contains("record: angela-smith-1") && text.contains("record: angela-smith-2"), text);
        Files.writeString(judgements, text.replace("judgement: undecided", "judgement: same\n  record: angela-smith-2"));
        assertTrue(load(mapping, file, "").contains("  1 new agreements\n"));
        assertEquals("[\"angela-smith-2\"]", entries("agreements/accords-2.yaml").get(0).path("parties").toString());
        Files.writeString(judgements, text.replace("judgement: undecided", "judgement: new"));
        Files.delete(data.resolve("agreements/accords-2.yaml"));
        assertTrue(load(mapping, file, "").contains("  1 new actors\n"));
    }

    @Test
    void membersHaveEachTermAndTheirParty() throws IOException {
        String popolo = """
                {"organizations": [{"id": "a", "name": "Assembly", "classification": "legislature"},
                   {"id": "p", "name": "Greens", "classification": "party"}],
                 "events": [{"id": "t1", "start_date": "2001-05-01", "end_date": "2005-04-30"}, {"id": "t2", "start_date": "2005-05-01"}],
                 "persons": [{"id": "0d2a8a5b-6a2c-4b6e-9d5c-0f6a7e3c1b42", "name": "Ana Berg", "other_names": [{"name": "Ана Берг"}],
                   "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}, {"scheme": "legacy", "identifier": "7"}]}],
                 "memberships": [
                   {"person_id": "0d2a8a5b-6a2c-4b6e-9d5c-0f6a7e3c1b42", "organization_id": "a", "on_behalf_of_id": "p", "role": "member",
                    "legislative_period_id": "t1"},
                   {"person_id": "0d2a8a5b-6a2c-4b6e-9d5c-0f6a7e3c1b42", "organization_id": "a", "on_behalf_of_id": "p", "role": "member",
                    "legislative_period_id": "t2", "start_date": "2006-01-01"}]}
                """;
        Path file = write("a.json", popolo);
        String mapping = Files.readString(Path.of("mappings/everypolitician.yaml"));
        assertTrue(load(mapping, file, "register-1").contains("  3 new actors\n"));
        JsonNode ana = entries("actors/a-2.yaml").get(2);
        assertEquals(
                List.of("Member of Assembly 2001-05-01 2005-04-30", "Member of Assembly 2006-01-01 ",
                        "Member of Greens 2001-05-01 2005-04-30", "Member of Greens 2006-01-01 "),
                texts(ana.path("offices"), "title", "from", "to"));
        assertEquals(List.of("everypolitician 0d2a8a5b-6a2c-4b6e-9d5c-0f6a7e3c1b42", "wikidata Q1"),
                texts(ana.path("identifiers"), "scheme", "value"));
        assertEquals("[\"Ана Берг\"]", ana.path("aliases").toString());
        assertTrue(load(mapping, file, "register-1").endsWith("  3 known, unchanged\n"));
        write("data/sources/other.yaml", """
                - {slug: other, title: Other, published: 2006, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                """);
        String report = load(mapping, write("b.json", popolo.replace("0d2a", "1d2a").replace("Q1", "Q2").replace("Ana", "Eva")), "other");
        assertTrue(report.contains("  3 held back: judge the 2 undecided"), "the assembly and the party of another country: " + report);
    }

    private static List<String> texts(JsonNode objects, String... keys) {
        List<String> texts = new ArrayList<>();
        objects.forEach(object -> texts.add(Stream.of(keys).map(key -> object.path(key).asText()).collect(Collectors.joining(" "))));
        return texts;
    }

    @Test
    void rowThatIsHeldBackLeavesNothing() throws IOException {
        String mapping = ACCORDS.replace("new: {kind: STATE}", "new: {kind: PERSON}");
        String report = load(mapping, write("a.csv", HEADER + "1,Accord,signed,2001-10-05,Carl Berg; Angela Smith\n"), "");
        assertEquals("1 rows (CSV, UTF-8, delimiter ',')\n  0 known, unchanged\n  1 held back",
                report.substring(0, report.indexOf(": judge")));
        assertEquals(2, Files.list(data.resolve("actors")).count() + Files.list(data).filter(Files::isRegularFile).count());
    }

    /** The row itself adds the first name, which makes the second one undecided. */
    @Test
    void rowThatIsHeldBackByItsOwnActorLeavesNothing() throws IOException {
        String mapping = ACCORDS.replace("new: {kind: STATE}", "new: {kind: PERSON}");
        Path file = write("a.csv", HEADER + "1,Accord,signed,2001-10-05,Anabella Bergstrom; Anabella Bergstrome\n");
        assertTrue(load(mapping, file, "").contains("  0 known, unchanged\n  1 held back"));
        assertEquals(1, Files.list(data.resolve("actors")).count());
        Path judgements = data.resolve("judgements.yaml");
        Files.writeString(judgements, Files.readString(judgements).replace("judgement: undecided", "judgement: new"));
        assertTrue(load(mapping, file, "").contains("  2 new actors\n"));
    }

    private static final String PEOPLE = """
            source: register-1
            records:
              - kind: actors
                fields: {name: "{Name}", kind: PERSON, identifiers: [{scheme: viaf, value: "{Id}"}]}
            """;

    @Test
    void judgementDoesNotHoldForAnotherRecordInTheSameRow() throws IOException {
        Path file = write("a.csv", "Name,Id\nAngela Smith,\n");
        assertTrue(load(PEOPLE, file, "").contains("  1 held back"));
        Path judgements = data.resolve("judgements.yaml");
        Files.writeString(judgements,
                Files.readString(judgements).replace("judgement: undecided", "judgement: same\n  record: angela-smith-2"));
        String report = load(PEOPLE, write("b.csv", "Name,Id\nBen Jones,\nAngela Smith,\n"), "register-2");
        assertTrue(report.contains("  1 new actors\n  1 actors attested by more\n"), report);
        assertEquals("[angela-smith-2]", entries("actors/a.yaml").stream().filter(actor -> actor.toString().contains("register-2"))
                .map(actor -> actor.path("slug").asText()).toList().toString());
    }

    @Test
    void recordJudgedNewIsAddedOnce() throws IOException {
        Path file = write("a.csv", "Name,Id\nAngela Smith,\n");
        load(PEOPLE, file, "");
        Path judgements = data.resolve("judgements.yaml");
        Files.writeString(judgements, Files.readString(judgements).replace("judgement: undecided", "judgement: new"));
        assertTrue(load(PEOPLE, file, "").contains("  1 new actors\n"));
        Map<Path, String> before = files();
        assertTrue(load(PEOPLE, file, "").endsWith("  1 known, unchanged\n"));
        assertEquals(before, files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODY", "MINISTRY", "POLITICAL_PARTY", "GROUP"})
    void commonNameOfOneSourceIsHeldBackUnlessItIsTheSameRecord(String kind) throws IOException {
        String mapping = PEOPLE.replace("fields:", "locator: \"record {Id}\"\n    fields:").replace("PERSON", kind);
        Path file = write("a.csv", "Name,Id\nNational Assembly,1\n");
        load(mapping.replace("viaf", "aaa"), file, "");
        Map<Path, String> before = files();
        assertTrue(load(mapping.replace("viaf", "aaa"), file, "").endsWith("  1 known, unchanged\n"));
        assertEquals(before, files());
        assertTrue(load(mapping.replace("viaf", "bbb"), write("b.csv", "Name,Id\nNational Assembly,2\n"), "").contains("  1 held back"));
        String reference = ACCORDS.replace(", new: {kind: STATE}", "");
        Path accords = write("c.csv", HEADER + "1,Accord,signed,2001-10-05,National Assembly\n");
        assertTrue(load(reference, accords, "").contains("  1 held back"), "it does not say of which country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODY", "POLITICAL_PARTY", "STATE", "PERSON"})
    void actorsOfReferencesAreKnownWhenTheFileIsImportedAgain(String kind) throws IOException {
        String mapping = ACCORDS.replace("new: {kind: STATE}", "new: {kind: " + kind + "}");
        Path file = write("a.csv", HEADER + "1,Accord,signed,2001-10-05,Greens; Reds\n2,Ford,signed,2003-10-05,Reds; Greens\n");
        load(mapping, file, "");
        Map<Path, String> before = files();
        assertTrue(load(mapping, file, "").endsWith("  2 known, unchanged\n"));
        assertEquals(before, files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,Accord of the Ford,signed,2001-10-05,Arcadia", "1,Accord,signed,2002-10-05,Arcadia"})
    void locatorOfTwoRecordsIsAFault(String second) throws IOException {
        String message = faults(ACCORDS, write("a.csv", HEADER + "1,Accord,signed,2001-10-05,Arcadia\n" + second + "\n"));
        assertTrue(message.contains("a.csv:3: No: 'record No 1' is the locator of "), message);
    }

    @Test
    void identifierThatARowAddsIsKnownToTheNextRow() throws IOException {
        load(PEOPLE, write("a.csv", "Name,Id\nBen Jones,\n"), "");
        String report = load(PEOPLE, write("b.csv", "Name,Id\nBen Jones,101\nBenjamin of Jones,101\nBen Jones,\n"), "register-2");
        assertTrue(report.contains("  1 actors attested by more\n") && !report.contains("new") && !report.contains("held"), report);
        assertEquals("[{\"scheme\":\"viaf\",\"value\":\"101\"}]", entries("actors/a-2.yaml").get(0).path("identifiers").toString());
    }

    @Test
    void onlyKeysOfRowsHeldBackAreUndecided() throws IOException {
        String mapping = """
                source: register-1
                records:
                  - kind: actors
                    rows: people
                    key: "{id}"
                    locator: "record {id}"
                    fields: {name: "{name}", kind: PERSON}
                  - kind: agreements
                    rows: accords
                    locator: "record {id}"
                    fields: {title: "{title}", kind: FRAMEWORK, status: SIGNED, date: "2001-10-05", parties: {record: "{by}"}}
                """;
        String json = """
                {"people": [{"id": "p1", "name": "Angela Smith"}], "accords": [{"id": "a1", "title": "Accord", "by": "p1"}]}
                """;
        assertTrue(load(mapping, write("a.json", json), "").contains("  2 held back"));
        String message = faults(mapping, write("b.json", json.replace("\"by\": \"p1\"", "\"by\": \"p2\"")));
        assertTrue(message.contains("no row of the kind actors has the key 'p2'"), message);
    }

    @Test
    void namesInAnotherScriptAreNotReducedToTheirLatinRest() throws IOException {
        String mapping = ACCORDS.replace("new: {kind: STATE}", "new: {kind: PERSON}");
        load(mapping, write("a.csv", HEADER + "1,Accord,signed,2001-10-05,Илия II;Александр II\n"), "");
        assertEquals(2, entries("actors/a-2.yaml").size());
    }

    @Test
    void equalFaultsAreOneWithTheCellAsWritten() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 1; i <= 300; i++) {
            rows.append(i).append(",Accord ").append(i).append(",signed,").append(i % 2 == 0 ? "31.12.2001" : "2001-12-31")
                    .append(",Atlantis\n");
        }
        String message = faults(ACCORDS.replace(", new: {kind: STATE}", ""), write("accords.csv", rows.toString()));
        assertEquals(
                """
                        2 faults in the import; nothing was written:
                        accords.csv:2: Sides: there is no actor 'Atlantis'; add it to the folder actors, or state 'new' in the mapping \
                        (300 rows, in the lines 2, 3, 4, 5, 6 ...)
                        accords.csv:3: Day: '31.12.2001' is no date in the format yyyy-MM-dd or d MMMM yyyy or MMMM yyyy or serial; correct it, or add its \
                        format to the mapping (150 rows, in the lines 3, 5, 7, 9, 11 ...)""",
                message);
    }

    @Test
    void manyFaultsGoToAReport() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 1; i <= 300; i++) {
            rows.append(i).append(",Accord,signed,day ").append(i).append(",Arcadia\n");
        }
        String message = faults(ACCORDS, write("accords.csv", rows.toString()));
        assertEquals(101, message.lines().count());
        assertEquals(300, Files.readAllLines(folder.resolve("faults.txt")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "No,Title,State,Day,Sides\n1,\"open", "No,Title,No\n1,2,3\n", "No,Title\n1,A\n",
            "No,Title,State,Day,Sides\n1,A,signed,2001-10-05,Arcadia,x\n", "<!DOCTYPE a [<!ENTITY b \"cc\">]><a><row>&b;</row></a>",
            "<a><row>", "{\"a\": [}", "{\"a\": 1}", "[1"})
    void fileThatCannotBeReadIsAFault(String text) throws IOException {
        String message = faults(ACCORDS.replace("kind: agreements", "kind: agreements\n    rows: " + (text.startsWith("<") ? "row" : "''")),
                write("broken.txt", text));
        assertTrue(message.contains("broken.txt"), message);
    }

    @Test
    void hugeCellIsAFault() throws IOException {
        assertTrue(faults(ACCORDS, write("a.csv", HEADER + "1," + "x".repeat(1_100_000) + ",signed,2001-10-05,Arcadia\n"))
                .contains("is not a valid table: "));
    }

    @Test
    void formulaIsText() throws IOException {
        load(ACCORDS, write("a.csv", HEADER + "1,'=1+1,signed,2001-10-05,Arcadia\n"), "");
        assertEquals("=1+1", entries("agreements/a.yaml").get(0).path("title").asText());
    }

    @Test
    void rowThatIsThereTwiceIsOneRecord() throws IOException {
        String row = "1,Accord,signed,2001-10-05,Arcadia\n";
        assertTrue(load(ACCORDS, write("a.csv", HEADER + row + row), "").contains("  1 new agreements\n  1 known, unchanged\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "title: \"{Title}\" | titel: x | records[0].fields.titel: this agreement has no such field; write title",
            "records: | recrods: | ", "d MMMM yyyy | d QQQQQQ yyyy | is not a format of dates", "kind: agreements | kind: accords | "})
    void faultyMappingIsTold(String text, String wrong, String expected) throws IOException {
        String message = faults(ACCORDS.replace(text, wrong), write("accords.csv", ROWS));
        assertTrue(message.contains(" in the mapping; nothing was written") && message.contains(expected == null ? "map.yaml" : expected),
                message);
    }
}
