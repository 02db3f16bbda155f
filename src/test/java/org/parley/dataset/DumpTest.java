package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.dataset.load.DataSetLoader;
import org.parley.dataset.load.LoadReport.Tally;
import org.parley.entry.DataSet;
import org.parley.entry.Entry;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Tests that a dump has the content of the database, and that loading it restores the same. */
@QuarkusTest
@ReloadsDataSet
class DumpTest {

    @Inject
    Dumper dumper;

    @Inject
    DataSetLoader loader;

    @Inject
    Database database;

    @TempDir
    Path folder;

    Path dumped;

    @BeforeEach
    void chooseTheFolder() {
        dumped = folder.resolve("dumped");
    }

    @Test
    void loadOfADumpChangesNothing() {
        int records = count("record");
        Dumper.Report report = dumper.dump(dumped, DumpFormat.YAML);
        assertEquals(new Dumper.Report(records, List.of()), report);
        assertEquals(new Tally(0, 0, records, 0), loader.load(dumped).total());
    }

    @Test
    void whatIsHardToWriteComesBack() throws IOException {
        Path hard = folder.resolve("hard");
        new SeedCopy(hard).add("actors/hard.yaml", Files.readString(Path.of("src/test/resources/seed-hard/actors.yaml")))
                .add("meetings/hard.yaml", Files.readString(Path.of("src/test/resources/seed-hard/meetings.yaml")))
                .add("statements/hard.yaml", Files.readString(Path.of("src/test/resources/seed-hard/statements.yaml")))
                .add("figures/hard.yaml", Files.readString(Path.of("src/test/resources/seed-hard/figures.yaml")));
        assertTrue(loader.load(hard).total().inserted() >= 8);
        int records = count("record");
        assertEquals(List.of(), dumper.dump(dumped, DumpFormat.YAML).faults());
        assertEquals(new Tally(0, 0, records, 0), loader.load(dumped).total());
        assertEquals(Files.readString(Path.of("src/test/resources/seed-hard/dumped-figures.yaml")), entry("figures", "hard-"));
    }

    @Test
    void dumpReadsLikeTheDataSet() throws IOException {
        dumper.dump(dumped, DumpFormat.YAML);
        assertEquals(Files.readString(Path.of("src/test/resources/seed-hard/dumped-meeting.yaml")),
                entry("meetings", "brussels-2023-07-15"));
        for (Kind kind : Kind.values()) {
            Path file = dumped.resolve(kind.folder()).resolve(kind.folder() + ".yaml");
            String first = Files.readAllLines(file).get(0);
            Path schema = file.getParent().resolve(first.replace("# yaml-language-server: $schema=", "")).normalize();
            assertEquals(Files.readString(Path.of("seeds/schema").resolve(kind.folder() + ".json")), Files.readString(schema));
        }
        assertEquals(Files.readString(Path.of("seeds/schema/common.json")), Files.readString(dumped.resolve("schema/common.json")));
    }

    @Test
    void sameRecordIsTheSameBytes() throws IOException {
        for (DumpFormat format : DumpFormat.values()) {
            dumper.dump(folder.resolve(format + "-1"), format);
            dumper.dump(folder.resolve(format + "-2"), format);
            Map<String, String> first = texts(folder.resolve(format + "-1"));
            assertTrue(first.size() >= 11, format + ": " + first.keySet());
            assertEquals(first, texts(folder.resolve(format + "-2")));
        }
    }

    @Test
    void oneJsonRecordALine() throws IOException {
        dumper.dump(dumped, DumpFormat.JSONL);
        DataSet data = DataSetFolder.readChecked(SeedCopy.DATA_SET);
        for (Kind kind : Kind.values()) {
            List<JsonNode> records = Files.readAllLines(dumped.resolve(kind.folder() + ".jsonl")).stream().map(DumpTest::json).toList();
            List<String> slugs = records.stream().map(record -> record.get("slug").asText()).toList();
            assertEquals(database.rows(
                    "select slug from " + kind.word() + (kind == Kind.POSITION ? " where statement_id is null" : "") + " order by slug"),
                    slugs);
            assertTrue(data.of(kind).size() >= slugs.size() && !slugs.isEmpty(), kind.word());
        }
        JsonNode figure = Files.readAllLines(dumped.resolve("figures.jsonl")).stream().map(DumpTest::json)
                .filter(record -> record.get("slug").asText().equals("armenia-arms-from-russia-2011-2020")).findFirst().orElseThrow();
        assertEquals(
                """
                        {"slug":"armenia-arms-from-russia-2011-2020","measure":"share of arms imports","printed":"94","value":94,"unit":"per cent",\
                        "of":["armenia"],"by":"russia","period":{"from":{"edtf":"2011","inferred":true},"to":{"edtf":"2020","inferred":true}},"reportedBy":["sipri"],"attestations":[\
                        {"source":"russia-main-obstacle-in-negotiations","locator":"paragraph 6","voice":"QUOTED_ACTOR"},\
                        {"source":"russia-main-obstacle-in-negotiations","locator":"paragraph 5","voice":"DOCUMENT_FACT","field":"period",\
                        "value":"in 2011-2020","reads":"2011/2020"}]}""",
                figure.toString());
    }

    @Test
    void oneTableAKindAndOneAListOfMoreThanWords() throws IOException {
        dumper.dump(dumped, DumpFormat.CSV);
        Map<String, String> tables = new TreeMap<>(Map.of("offices", "office", "participations", "participation", "signatories",
                "signature", "provisions", "provision", "attestations", "attestation", "resolutions", "resolution", "identifiers",
                "identifier", "references", "statement_reference"));
        tables.putAll(
                Map.of("links", "agreement_link", "agreementParticipations", "agreement_participation", "steps", "implementation_step"));
        for (Kind kind : Kind.values()) {
            tables.put(kind.folder(), kind.word());
        }
        for (Map.Entry<String, String> table : tables.entrySet()) {
            assertEquals(count(table.getValue()), rows(table.getKey()).size(), table.getKey());
        }
        assertEquals(tables.size(), texts(dumped).size());
        Map<String, String> meeting = rows("meetings").stream().filter(row -> row.get("slug").equals("brussels-2023-07-15")).findFirst()
                .orElseThrow();
        assertEquals("2023-07-15 |  | 2023-07-15 | charles-michel | ilham-aliyev; nikol-pashinyan | 6",
                String.join(" | ", meeting.get("date"), meeting.get("dateInferred"), meeting.get("dateEarliest"), meeting.get("hosts"),
                        meeting.get("parties"), meeting.get("ordinal")));
        assertEquals("charles-michel | HOST | President of the European Council | european-council",
                rows("participations").stream().filter(row -> row.get("meeting").equals("brussels-2023-07-15")).findFirst()
                        .map(row -> String.join(" | ", row.get("actor"), row.get("role"), row.get("office"), row.get("onBehalfOf")))
                        .orElseThrow());
    }

    /** The rows of the lists match the entries. */
    @Test
    void rowsOfListsAreTheItemsOfTheEntries() throws IOException {
        dumper.dump(dumped, DumpFormat.CSV);
        DataSet data = DataSetFolder.readChecked(SeedCopy.DATA_SET);
        List<String> references = new ArrayList<>();
        for (CanonicalEntry statement : data.of(Kind.STATEMENT)) {
            statement.values("references/*").forEach(
                    item -> item.properties().stream().filter(field -> !field.getKey().equals("relation")).forEach(field -> references.add(
                            String.join(" ", statement.slug(), item.get("relation").asText(), field.getKey(), field.getValue().asText()))));
        }
        assertTrue(references.stream().anyMatch(row -> row.contains(" agreement ")) && references.size() > 3, references.toString());
        assertEquals(references.stream().sorted().toList(), columns("references", "statement", "relation", "kind", "slug"));
        assertItems(data, Kind.ACTOR, "offices", "title", "of", "rank");
        assertItems(data, Kind.AGREEMENT, "signatories", "actor", "office");
        assertItems(data, Kind.AGREEMENT, "provisions", "number", "issue");
    }

    private void assertItems(DataSet data, Kind kind, String list, String... fields) throws IOException {
        List<String> items = new ArrayList<>();
        data.of(kind).forEach(entry -> entry.values(list + "/*").forEach(item -> items
                .add(entry.slug() + " " + Arrays.stream(fields).map(field -> item.path(field).asText()).collect(Collectors.joining(" ")))));
        String[] columns = Stream.concat(Stream.of(kind.word()), Arrays.stream(fields)).toArray(String[]::new);
        assertEquals(items.stream().sorted().toList(), columns(list, columns));
    }

    private List<String> columns(String table, String... columns) throws IOException {
        return rows(table).stream().map(row -> Arrays.stream(columns).map(row::get).collect(Collectors.joining(" "))).sorted().toList();
    }

    @Test
    void figuresOfAnySizeCompareEqual() throws IOException {
        Path large = folder.resolve("large");
        StringBuilder figures = new StringBuilder();
        for (String value : List.of("1000000000000000", "9007199254740992", "1e20", "0.1", "-2.5", "123456789012", "1e-7")) {
            figures.append("- {slug: figure-").append(figures.length()).append(", measure: m, printed: p, unit: u, value: ").append(value)
                    .append(", attestations: [{source: russia-stresses-its-red-lines, locator: title, voice: DOCUMENT_FACT}]}\n");
        }
        loader.load(new SeedCopy(large).add("figures/large.yaml", figures.toString()).folder());
        assertEquals(List.of(), dumper.dump(dumped, DumpFormat.YAML).faults());
    }

    /** A position that becomes a point of a statement loses its entry, and its history has the retraction. */
    @Test
    void positionThatBecomesAPointHasNoEntry() throws IOException {
        String attested = "attestations: [{source: russia-stresses-its-red-lines, locator: title, voice: DOCUMENT_FACT}]";
        String said = "- {slug: said, speakers: [russia], date: 2024, form: OTHER, summary: Said so, " + attested;
        String held = "issue: peace-treaty, stance: SUPPORTS, summary: Held so, voice: DOCUMENT_FACT, " + attested;
        Path before = new SeedCopy(folder.resolve("before")).add("statements/said.yaml", said + "}\n")
                .add("positions/said.yaml", "- {slug: said-1, actor: russia, date: 2024, " + held + "}\n").folder();
        Path after = new SeedCopy(folder.resolve("after")).add("statements/said.yaml", said + ", points: [{" + held + "}]}\n").folder();
        loader.load(before);
        loader.load(after);
        assertEquals(0, count("entry e join record r on r.id = e.record_id where r.slug = 'said-1'"));
        assertEquals("RETRACTED", database.one("select act from change where slug = 'said-1' order by id desc limit 1"));
        assertEquals(List.of(), dumper.dump(dumped, DumpFormat.YAML).faults());
        assertEquals(0, loader.load(dumped).total().inserted());
    }

    /** Any damaged entry is reported. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "null", "{\"slug\": \"brussels-2023-07-15\", \"participations\": [{}]}"})
    void entryThatIsNoneIsReported(String document) {
        String ofIt = " where record_id = (select id from meeting where slug = 'brussels-2023-07-15')";
        String kept = database.one("select document from entry" + ofIt);
        database.run("update entry set document = '" + document + "'" + ofIt);
        try {
            for (DumpFormat format : DumpFormat.values()) {
                List<String> faults = dumper.dump(folder.resolve("none-" + format.word()), format).faults().stream().map(Fault::toString)
                        .toList();
                assertTrue(faults.get(0).startsWith("the database: meeting 'brussels-2023-07-15': "), faults.toString());
            }
        } finally {
            database.run("update entry set document = '" + kept.replace("'", "''") + "'" + ofIt);
        }
    }

    @Test
    void textThatASpreadsheetWouldRunIsGuarded() throws IOException {
        Path hostile = folder.resolve("hostile");
        new SeedCopy(hostile)
                .replace("title: Aliyev and Pashinyan with Michel in Brussels, 15 July 2023", "title: '=HYPERLINK(\"//a\";\"b\")'")
                .replace("- The EU declared that it was ready", "- '@SUM(A1) would be ready'\n    - The EU declared that it was ready");
        loader.load(hostile);
        dumper.dump(dumped, DumpFormat.CSV);
        Map<String, String> meeting = rows("meetings").stream().filter(row -> row.get("slug").equals("brussels-2023-07-15")).findFirst()
                .orElseThrow();
        assertEquals("'=HYPERLINK(\"//a\";\"b\")", meeting.get("title"));
        assertTrue(meeting.get("outcomes").contains(";' @SUM(A1)"), meeting.get("outcomes"));
        for (Map.Entry<String, String> table : texts(dumped).entrySet()) {
            assertEquals(List.of(), rows(table.getKey().replace(".csv", "")).stream().flatMap(row -> row.entrySet().stream())
                    .filter(cell -> !cell.getKey().equals("value") && cell.getValue().matches("(?s)[=+\\-@\t\r\n].*")).toList());
        }
    }

    @Test
    void linksAndStepsOfAgreementsAreTables() throws IOException {
        dumper.dump(dumped, DumpFormat.CSV);
        assertEquals(List.of("REAFFIRMS recognition-of-territorial-integrity"),
                rows("links").stream().filter(row -> row.get("agreement").equals("brussels-reaffirmation"))
                        .map(row -> row.get("relation") + " " + row.get("otherAgreement")).toList());
        assertEquals(List.of("6 1 2021-01-09 BEGUN", "6 2 2021-10 BEGUN"),
                rows("steps").stream().filter(row -> row.get("agreement").equals("trilateral-statement-2020-11-09"))
                        .filter(row -> row.get("provision").equals("6"))
                        .map(row -> row.get("provision") + " " + row.get("step") + " " + row.get("date") + " " + row.get("status"))
                        .toList());
        assertEquals(List.of("paragraph 31"),
                rows("attestations").stream().filter(row -> row.get("slug").equals("trilateral-statement-2020-11-09"))
                        .filter(row -> row.get("provision").equals("6") && row.get("step").equals("2")).map(row -> row.get("locator"))
                        .toList());
    }

    @Test
    void everyKeyOfAnEntryIsInATable() throws IOException {
        dumper.dump(dumped, DumpFormat.CSV);
        List<String> side = List.of("offices", "participations", "points", "provisions", "references", "signatories", "attestations",
                "resolutions", "identifiers", "links");
        for (Kind kind : Kind.values()) {
            String header = Files.readAllLines(dumped.resolve(kind.folder() + ".csv")).get(0).replace("from,", "period,")
                    .replace("latitude,", "coordinates,").replace("attendancePrinted,", "attendance,");
            JsonNode schema = json(Files.readString(Path.of("seeds/schema").resolve(kind.folder() + ".json")));
            schema.at("/$defs/" + kind.word() + "/properties").fieldNames()
                    .forEachRemaining(key -> assertTrue(side.contains(key) || List.of(header.split(",")).contains(key),
                            kind.folder() + ".csv has no column " + key));
        }
    }

    @Test
    void folderThatIsNotEmptyStaysAsItIs() throws IOException {
        Files.createDirectory(dumped);
        Files.writeString(dumped.resolve("mine.txt"), "mine");
        for (DumpFormat format : DumpFormat.values()) {
            InvalidPathArgumentException rejected = assertThrows(InvalidPathArgumentException.class, () -> dumper.dump(dumped, format));
            assertEquals("'" + dumped + "' is not empty; name a folder that is empty or does not exist yet", rejected.getMessage());
        }
        assertEquals(Map.of("mine.txt", "mine"), texts(dumped));
        assertEquals(List.of(dumped), list(folder));
    }

    @Test
    void emptyFolderIsFilled() throws IOException {
        Files.createDirectories(dumped);
        dumper.dump(dumped, DumpFormat.JSONL);
        assertEquals(11, texts(dumped).size());
        assertEquals(List.of(dumped), list(folder));
    }

    @Test
    void folderThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        InvalidPathArgumentException rejected = assertThrows(InvalidPathArgumentException.class,
                () -> dumper.dump(file.resolve("in"), DumpFormat.YAML));
        assertTrue(rejected.getMessage().contains("cannot be written"), rejected.getMessage());
    }

    @Test
    void recordWithoutAnEntryIsTold() {
        database.run("insert into record (kind, slug) values ('POSITION', 'editors-own')");
        database.run("insert into position (id, slug, actor_id, issue_id, statement_id, number, stance, date_edtf, date_inferred, summary,"
                + " voice) select r.id, r.slug, p.actor_id, p.issue_id, p.statement_id, 77, p.stance, p.date_edtf, p.date_inferred,"
                + " p.summary, p.voice from record r, position p where r.slug = 'editors-own'"
                + " and p.slug = 'aliyev-pashinyan-instruction-kazan-1'");
        try {
            Dumper.Report report = dumper.dump(dumped, DumpFormat.YAML);
            assertThrows(FaultyDataException.class, report::throwIfFaulty);
            assertTrue(report.faults().toString().contains("position 'editors-own': is not in the change log"), report.faults().toString());
            assertTrue(Files.isDirectory(dumped.resolve("positions")));
        } finally {
            database.run("delete from record where slug = 'editors-own'");
        }
    }

    @Test
    void recordChangedPastTheServiceIsReported() {
        String summary = database.one("select summary from meeting where slug = 'brussels-2023-07-15'");
        database.run("update meeting set summary = null where slug = 'brussels-2023-07-15'");
        try {
            for (DumpFormat format : DumpFormat.values()) {
                Dumper.Report report = dumper.dump(folder.resolve(format.word()), format);
                assertEquals(
                        List.of("the database: meeting 'brussels-2023-07-15': has rows in the table meeting that do not match its entry"),
                        report.faults().stream().map(Fault::toString).toList());
                assertThrows(FaultyDataException.class, report::throwIfFaulty);
            }
        } finally {
            database.run("update meeting set summary = '" + summary.replace("'", "''") + "' where slug = 'brussels-2023-07-15'");
        }
        assertEquals(List.of(), dumper.dump(dumped, DumpFormat.YAML).faults());
    }

    @Test
    void entryChangedPastTheServiceIsReported() {
        String ofIt = " where record_id = (select id from meeting where slug = 'brussels-2023-07-15')";
        String document = database.one("select document from entry" + ofIt);
        database.run(
                "update entry set document = replace(document::text, '\"places\":[\"brussels\"]', '\"places\":[\"moscow\"]')::json" + ofIt);
        try {
            assertEquals(List.of(
                    "the database: meeting 'brussels-2023-07-15': does not match its recorded digest; it differs from the change log in places"),
                    dumper.dump(dumped, DumpFormat.YAML).faults().stream().map(Fault::toString).toList());
        } finally {
            database.run("update entry set document = '" + document.replace("'", "''") + "'" + ofIt);
        }
    }

    @Test
    void rowThatNoEntrySaysIsTold() {
        String statement = "(select id from statement where slug = 'aliyev-pashinyan-instruction-kazan')";
        database.run("insert into statement_reference select " + statement + ", 99, 'COMMENTS_ON', id from source limit 1");
        try {
            assertEquals(
                    List.of("the database: statement 'aliyev-pashinyan-instruction-kazan': has rows in the table statement_reference"
                            + " that do not match its entry"),
                    dumper.dump(dumped, DumpFormat.YAML).faults().stream().map(Fault::toString).toList());
        } finally {
            database.run("delete from statement_reference where statement_id = " + statement + " and position = 99");
        }
    }

    private int count(String table) {
        return Integer.parseInt(database.one("select count(*) from " + table));
    }

    private List<Map<String, String>> rows(String table) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(dumped.resolve(table + ".csv").toFile())) {
            return rows.readAll();
        }
    }

    /** Returns the text of the entries whose slugs have this prefix. */
    private String entry(String kind, String slug) throws IOException {
        StringBuilder entries = new StringBuilder();
        for (String entry : Files.readString(dumped.resolve(kind).resolve(kind + ".yaml")).split("(?m)^(?=- )")) {
            entries.append(entry.startsWith("- slug: " + slug) ? entry.stripTrailing() + "\n" : "");
        }
        return entries.toString();
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
