package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.DataSet;
import org.parley.entry.RecordDefinitions;
import org.parley.record.CanonicalEntry;
import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.text.TextAnalysis;

/** Searches as people type them, over names in six scripts and references with signs. */
@QuarkusTest
@ReloadsDataSet
class SearchPairsTest {

    private static final Path FILES = Path.of("src/test/resources/search");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}]+");
    private static final Set<Kind> TIMELINE = Set.of(Kind.MEETING, Kind.STATEMENT, Kind.AGREEMENT, Kind.EVENT);
    private static final long SEED = 20231105;

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    private Path loaded;

    @BeforeEach
    void load() throws IOException {
        String places = Files.readString(FILES.resolve("places.txt")).lines().map(line -> line.split(" *\\|", -1))
                .map(place -> "- slug: " + place[0] + "\n  name: \"" + place[1].strip() + "\"\n"
                        + (place[2].isBlank() ? "" : "  aliases: [" + place[2].replace(';', ',').strip() + "]\n"))
                .collect(Collectors.joining("\n"));
        loaded = new SeedCopy(folder).add("places/made-up.yaml", places).folder();
        loader.load(loaded);
    }

    /** Returns the kinds and slugs of the hits, best first. */
    private static List<String> search(String text) {
        String slugs = Arrays.stream(Kind.values()).map(kind -> "... on " + kind.typeName() + " { slug }").collect(Collectors.joining(" "));
        JsonNode answer = GraphQlClient.ask(
                "query ($text: String!) { search(text: $text, first: 100) { nodes { __typename " + slugs + " } } }", Map.of("text", text));
        assertFalse(answer.has("errors"), () -> text + ": " + answer);
        return StreamSupport.stream(answer.at("/data/search/nodes").spliterator(), false)
                .map(node -> node.get("__typename").asText() + " " + node.get("slug").asText()).toList();
    }

    @Test
    void everythingTypedFindsTheRecordWanted() throws IOException {
        List<String[]> pairs = Files.readString(FILES.resolve("pairs.txt")).lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ")).toList();
        assertTrue(pairs.size() >= 120, () -> "only " + pairs.size());
        List<String> missing = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (String[] pair : pairs) {
            List<String> found = search(pair[0]).stream().map(hit -> hit.split(" ")[1]).toList();
            int place = found.indexOf(pair[1]);
            if (place < 0) {
                missing.add(pair[0] + " finds " + found);
            } else if (place > 2) {
                late.add(pair[0] + " finds at " + place + " " + pair[1] + " after " + found.subList(0, 3));
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(late.size() * 20 <= pairs.size(), late::toString);
    }

    /** An independent scan of the texts decides which records have a word. */
    @Test
    void findsExactlyTheRecordsWithAWord() {
        Map<String, Set<String>> words = wordsByRecord();
        List<String> all = words.values().stream().flatMap(Set::stream).distinct().sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, new Random(SEED));
        for (String word : all.subList(0, 120)) {
            Set<String> expected = with(words, word);
            if (expected.size() > 60) {
                continue;
            }
            for (String form : new TreeSet<>(
                    List.of(word, word.toUpperCase(Locale.ROOT), Normalizer.normalize(word, Normalizer.Form.NFD), folded(word)))) {
                Set<String> found = new TreeSet<>(search(form));
                assertTrue(found.containsAll(with(words, form)), () -> form + ": " + found + " without some of " + with(words, form));
                found.removeAll(with(words, form));
                found.forEach(extra -> assertTrue(words.get(extra).stream().anyMatch(other -> isAlike(form, other)),
                        () -> form + " should not find " + extra + " " + words.get(extra)));
            }
        }
    }

    @Test
    void aLongerBeginningFindsNoMore() {
        List<String> all = new ArrayList<>(new TreeSet<>(wordsByRecord().values().stream().flatMap(Set::stream).toList()));
        Collections.shuffle(all, new Random(SEED));
        for (String word : all.subList(0, 25)) {
            List<String> longer = search(word);
            for (int length = word.length() - 1; length > 0; length--) {
                String beginning = word.substring(0, length);
                List<String> shorter = search(beginning);
                if (shorter.size() == 100) {
                    break;
                }
                List<String> lost = longer.stream().filter(hit -> !shorter.contains(hit)).toList();
                assertEquals(List.of(), lost, beginning + " of " + word);
                longer = shorter;
            }
        }
    }

    /**
     * A filter by text has the records of the search, unless these only have similar words; statements also by their points. That of the
     * timeline has them, too.
     */
    @Test
    void filtersFindWhatTheSearchFinds() {
        List<String> all = new ArrayList<>(new TreeSet<>(wordsByRecord().values().stream().flatMap(Set::stream).toList()));
        Collections.shuffle(all, new Random(SEED));
        List<String> texts = new ArrayList<>(List.of("Карабах", "S-400", "\"peace treaty\"", "peace -treaty", "negotiations aliyev"));
        all.subList(0, 8).forEach(word -> texts.addAll(List.of(word, word.substring(0, (word.length() + 1) / 2), word + " " + all.get(0))));
        for (Kind kind : List.of(Kind.ACTOR, Kind.PLACE, Kind.ISSUE, Kind.SOURCE, Kind.MEETING, Kind.STATEMENT, Kind.AGREEMENT,
                Kind.EVENT)) {
            String question = "query ($text: String!) { " + kind.folder() + "(filter: {text: $text}, first: 100) { nodes { slug } } "
                    + (TIMELINE.contains(kind) ? "timeline(filter: {text: $text, types: [" + kind + "]}, first: 100) { nodes { ... on "
                            + kind.typeName() + " { slug } } } " : "")
                    + "search(text: $text, types: [" + kind + (kind == Kind.STATEMENT ? ", POSITION" : "")
                    + "], first: 100) { edges { score " + "node { ... on " + kind.typeName()
                    + " { slug } ... on Position { statement { slug } } } } } }";
            for (String text : texts) {
                JsonNode data = GraphQlClient.ask(question, Map.of("text", text)).get("data");
                Set<String> filtered = new TreeSet<>(data.get(kind.folder()).findValuesAsText("slug"));
                List<JsonNode> edges = StreamSupport.stream(data.at("/search/edges").spliterator(), false).toList();
                Set<String> found = edges.stream().filter(edge -> edge.get("score").asDouble() >= 0.2)
                        .flatMap(edge -> edge.findValuesAsText("slug").stream()).collect(Collectors.toCollection(TreeSet::new));
                if (edges.size() < 100) {
                    assertEquals(found, filtered, kind + " " + text);
                }
                if (TIMELINE.contains(kind)) {
                    assertEquals(filtered, new TreeSet<>(data.get("timeline").findValuesAsText("slug")), "timeline: " + kind + " " + text);
                }
            }
        }
    }

    private Map<String, Set<String>> wordsByRecord() {
        DataSet data = DataSetFolder.readChecked(loaded);
        Map<String, Set<String>> words = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            Definition definition = RecordDefinitions.of(kind);
            for (CanonicalEntry entry : data.of(kind)) {
                Set<String> ofEntry = words.computeIfAbsent(kind.typeName() + " " + entry.slug(), name -> new TreeSet<>());
                definition.paths(field -> field.searched() != Searched.NOT).stream().flatMap(path -> entry.values(path).stream()).forEach(
                        text -> WORD.matcher(text.asText().replace("\u00AD", "")).results().forEach(word -> ofEntry.add(word.group())));
            }
        }
        return words;
    }

    private static Set<String> with(Map<String, Set<String>> words, String form) {
        return words.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(word -> folded(word).startsWith(folded(form))))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    /** Inflected, or with other letters for the same sounds; signs within a word do not count. */
    private static boolean isAlike(String form, String word) {
        int common = Math.min(3, Math.min(form.length(), word.length()));
        return folded(word).regionMatches(0, folded(form), 0, common)
                || TextAnalysis.nameKey(word).charAt(0) == TextAnalysis.nameKey(form).charAt(0);
    }
}
