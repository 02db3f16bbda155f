package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.DataSetFolder;
import org.parley.entry.Entry;
import org.parley.entry.Progress;
import org.parley.matching.Judgements;
import org.parley.record.Kind;

/**
 * Imports pairs of tables that describe the same things, and compares what is merged without a judgement, and what is listed as a
 * candidate, with labels that the comparison does not know.
 */
class LabelledPairsTest {

    private static final Logger LOG = Logger.getLogger(LabelledPairsTest.class);
    private static final Path TABLES = Path.of("src/test/resources/labelled");
    private static final String PERSONS = """
            records:
              - kind: actors
                key: "{id}"
                fields: {name: "{name}", kind: PERSON}
            """;
    private static final Map<String, List<String>> SETS = Map.of("visits", List.of("visits-2016", "visits-2025"), "trips",
            List.of("trips-of-presidents", "trips-of-secretaries"), "persons-english", List.of("persons-own", "persons-english"),
            "persons-russian", List.of("persons-own", "persons-russian"));

    private static final double PRECISION = 0.98;
    private static final double RECALL = 0.97;

    @TempDir
    Path folder;

    private int merged;
    private int rightlyMerged;
    private int same;
    private int found;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void mergesAreRightAndCandidatesComplete() throws IOException {
        List<JsonNode> pairs = rows("pairs");
        for (String set : new TreeSet<>(SETS.keySet())) {
            measure(set, pairs.stream().filter(pair -> pair.path("set").asText().equals(set)).toList());
        }
        String figures = String.format(Locale.ROOT,
                "%d pairs, %d of them same; %d merged without a judgement, %.4f right; %d same pairs merged or listed as candidates, %.4f",
                pairs.size(), same, merged, (double) rightlyMerged / merged, found, (double) found / same);
        LOG.info(figures);
        assertTrue(pairs.size() >= 300 && merged > same / 3, figures);
        assertTrue(rightlyMerged >= PRECISION * merged, () -> figures + "; wrong: " + wrong);
        assertTrue(found >= RECALL * same, () -> figures + "; missed: " + missed + "; wrong: " + wrong);
    }

    private void measure(String set, List<JsonNode> pairs) throws IOException {
        Path data = folder.resolve(set);
        Files.createDirectories(data.resolve("sources"));
        Files.writeString(data.resolve("sources/s.yaml"), """
                - {slug: first, title: First, published: 2016, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                - {slug: second, title: Second, published: 2025, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                """);
        Files.writeString(folder.resolve(set + ".yaml"), mapping(set));
        load(set, 0);
        Path judgements = data.resolve(Judgements.FILE);
        if (Files.exists(judgements)) {
            // A table has each thing once. What is compared with it must be complete.
            Files.writeString(judgements, Files.readString(judgements).replace("judgement: undecided", "judgement: new"));
            load(set, 0);
        }
        load(set, 1);
        Map<String, Set<String>> rows = rowsByRecord(set, data);
        rows.forEach(this::countMerges);
        Map<String, Set<String>> candidates = candidates(data);
        for (JsonNode pair : pairs) {
            if (pair.path("label").asText().equals("same")) {
                count(set, pair.path("first").asText(), pair.path("second").asText(), rows, candidates);
            }
        }
    }

    private void load(String set, int table) {
        MappedImport.read(folder.resolve(set + ".yaml"), TABLES.resolve(SETS.get(set).get(table) + ".csv"), folder.resolve(set),
                table == 0 ? "first" : "second", folder.resolve("faults.txt"), Progress.NONE).write();
    }

    /** The mapping for publication, without the number of the visit, which is the label. */
    private static String mapping(String set) throws IOException {
        if (set.startsWith("persons")) {
            return PERSONS;
        }
        return Files.readString(Path.of("mappings/historyatstate-" + (set.equals("trips") ? "travels" : "visits") + ".yaml"))
                .replace("format: XML\n", "").replaceFirst("    rows: .*\n", "").replaceFirst("locator: .*", "key: \"{id}\"")
                .replaceFirst("      summary: .*\n", "").replaceFirst("optional: .*", "optional: [locale, end-date]");
    }

    private static List<JsonNode> rows(String name) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        new CsvMapper().readerFor(JsonNode.class).with(CsvSchema.emptySchema().withHeader())
                .<JsonNode> readValues(TABLES.resolve(name + ".csv").toFile()).forEachRemaining(rows::add);
        return rows;
    }

    /** Returns the rows that became a record, as the source and the id of each, by the slug of the record. */
    private Map<String, Set<String>> rowsByRecord(String set, Path data) throws IOException {
        Map<String, List<JsonNode>> tables = Map.of("first", rows(SETS.get(set).get(0)), "second", rows(SETS.get(set).get(1)));
        Map<String, Set<String>> byRecord = new HashMap<>();
        Kind kind = set.startsWith("persons") ? Kind.ACTOR : Kind.MEETING;
        for (Entry entry : DataSetFolder.read(data, fault -> wrong.add(fault.toString()), Progress.NONE).entries(kind).toList()) {
            for (JsonNode attestation : entry.node().path("attestations")) {
                if (!attestation.has("field") || attestation.path("field").asText().equals("name")) {
                    int row = Integer.parseInt(attestation.path("locator").asText().replace("row ", ""));
                    String source = attestation.path("source").asText();
                    byRecord.computeIfAbsent(entry.slug(), none -> new LinkedHashSet<>())
                            .add(source + " " + tables.get(source).get(row - 1).path("id").asText());
                }
            }
        }
        return byRecord;
    }

    /** The first row made the record; each other one was merged with it. */
    private void countMerges(String slug, Set<String> rows) {
        List<String> ids = rows.stream().map(row -> row.substring(row.indexOf(' ') + 1)).toList();
        for (int i = 1; i < ids.size(); i++) {
            merged++;
            if (ids.subList(0, i).contains(ids.get(i))) {
                rightlyMerged++;
            } else {
                wrong.add(slug + " " + rows);
            }
        }
    }

    /** Returns the slugs of the candidates that wait for a judgement, by the id of the row. */
    private static Map<String, Set<String>> candidates(Path data) throws IOException {
        Map<String, Set<String>> candidates = new HashMap<>();
        Path file = data.resolve(Judgements.FILE);
        if (Files.exists(file)) {
            new YAMLMapper().readTree(file.toFile()).forEach(judgement -> judgement.path("candidates").forEach(candidate -> candidates
                    .computeIfAbsent(judgement.path("foreign").asText(), none -> new HashSet<>()).add(candidate.path("record").asText())));
        }
        return candidates;
    }

    private void count(String set, String first, String second, Map<String, Set<String>> rows, Map<String, Set<String>> candidates) {
        same++;
        boolean isFound = rows.entrySet().stream().anyMatch(record -> record.getValue().contains("first " + first)
                && (record.getValue().contains("second " + second) || candidates.getOrDefault(second, Set.of()).contains(record.getKey())));
        if (isFound) {
            found++;
        } else {
            missed.add(set + " " + second);
        }
    }
}
