package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.entry.Entry;
import org.parley.record.Kind;

/** Tests the wording of the data set: quotations occur in the cited part of a text; all other text is plain and original. */
class WordingTest {

    private static final int QUOTED_AT_MOST = 12;
    private static final Set<String> PROSE = Set.of("title", "name", "description", "summary", "outcomes", "note", "measure", "venue");
    private static final Pattern NO_PLAIN_ENGLISH = Pattern.compile(
            "\\b((is|are|was|were|not) told|tells? of|wherein|whereof|thereof|hereof|somebody|nobody|anybody|whosoever|shall|hither|whither|thence|whence|loath"
                    + "|anew|amongst|upon|lest|albeit|unto|oft|beside|bade|stands? in|none that|in whose|no more is|for all that"
                    + "|laid upon|go by|goes by|makes? of|gone ahead|parted with)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOADED = Pattern.compile(
            "blockade|separatis|ultra-?nationalis|occupied|occupation|liberat|reclaim|retak|retook|zangezur|prisoners?-of-war|puppet|aggress",
            Pattern.CASE_INSENSITIVE);

    private static DataSetEntries data;

    @BeforeAll
    static void read() {
        data = DataSetEntries.read();
    }

    private static List<String> wrong(Stream<Entry> entries, Found found) {
        List<String> wrong = new ArrayList<>();
        entries.forEach(entry -> DataSetEntries.walk(entry, (name, node) -> found.in(name, node)
                .ifPresent(words -> wrong.add(entry.kind().word() + " " + entry.slug() + ": " + words))));
        return wrong;
    }

    /** Returns what is wrong with a field. */
    private interface Found {
        Optional<String> in(String name, JsonNode node);
    }

    private static Found prose(Predicate<String> wrong) {
        return (name, node) -> Optional.of(node.asText()).filter(text -> PROSE.contains(name) && node.isTextual() && wrong.test(text));
    }

    @Test
    void locatorsNameAPartOfTheText() {
        assertEquals(List.of(), wrong(data.all(), (name, node) -> Optional.of(node).filter(one -> one.has("locator"))
                .filter(one -> !data.cited(one).parts().contains(one.get("locator").asText())).map(JsonNode::toString)));
    }

    @Test
    void sourcesHaveAsManyParagraphsAndFootnotesAsTheTexts() {
        data.of(Kind.SOURCE).forEach(source -> {
            Set<Integer> paragraphs = new TreeSet<>();
            Set<Integer> footnotes = new TreeSet<>();
            data.texts().get(source.slug()).parts().stream().filter(part -> part.matches("(paragraph|footnote) \\d+")).forEach(part -> {
                int number = Integer.parseInt(part.replaceAll("\\D", ""));
                (part.startsWith("paragraph") ? paragraphs : footnotes).add(number);
            });
            assertEquals(paragraphs.size(), source.node().get("paragraphs").asInt(), source.slug());
            assertTrue(footnotes.stream().allMatch(number -> number <= source.node().get("footnotes").asInt()), source.slug());
        });
    }

    @Test
    void quotedWordsOccurInTheCitedPart() {
        assertEquals(List.of(),
                wrong(data.all(),
                        (name, node) -> Stream.of("fragment", "value").filter(field -> node.has("locator") && node.has(field))
                                .map(field -> node.get(field).asText())
                                .filter(words -> !data.cited(node).has(node.get("locator").asText(), words)).findFirst()));
    }

    @Test
    void quotationsOccurInATextAndAreShort() {
        assertEquals(List.of(),
                wrong(data.all(),
                        (name, node) -> Optional.of(node.asText()).filter(words -> name.equals("quotation") && !data.inAText(words)
                                || (name.equals("quotation") || name.equals("fragment")) && words.split("\\s+").length > QUOTED_AT_MOST)));
    }

    @Test
    void printedFiguresOccurInACitedPart() {
        assertEquals(List.of(),
                data.of(Kind.FIGURE)
                        .filter(figure -> !data.inAPart(figure.node().get("attestations"), figure.node().get("printed").asText()))
                        .map(Entry::slug).toList());
    }

    @Test
    void otherTextIsOriginal() {
        assertEquals(List.of(), wrong(data.all().filter(entry -> entry.kind() != Kind.SOURCE),
                (name, node) -> Optional.of(node).filter(text -> PROSE.contains(name) && text.isTextual()).flatMap(
                        text -> data.texts().values().stream().flatMap(digest -> digest.copied(text.asText()).stream()).findFirst())));
    }

    @Test
    void aliasesAndNamesOfPersonsAndPlacesOccurInAText() {
        List<String> unknown = new ArrayList<>();
        BiConsumer<Entry, String> check = (entry, name) -> {
            if (!data.inAText(name)) {
                unknown.add(entry.slug() + ": " + name);
            }
        };
        data.all().forEach(entry -> DataSetEntries.strings(entry.node().path("aliases")).forEach(alias -> check.accept(entry, alias)));
        data.of(Kind.PLACE).filter(place -> !place.node().has("aliases"))
                .forEach(place -> check.accept(place, place.node().get("name").asText()));
        data.of(Kind.ACTOR).filter(actor -> data.isNamed(actor.slug()))
                .forEach(actor -> check.accept(actor, actor.node().get("name").asText()));
        assertEquals(List.of(), unknown);
    }

    @Test
    void proseIsPlainEnglish() {
        assertEquals(List.of(), wrong(data.all(), prose(text -> NO_PLAIN_ENGLISH.matcher(text).find())));
    }

    @Test
    void slugsTitlesAndNamesAreNeutral() {
        Map<String, Predicate<Entry>> ours = Map.of("title", entry -> entry.kind() != Kind.SOURCE, "name", entry -> true, "measure",
                entry -> true, "slug", entry -> true);
        List<String> loaded = new ArrayList<>();
        data.all().forEach(entry -> ours.forEach((field, applies) -> {
            String words = entry.node().path(field).asText();
            if (applies.test(entry) && LOADED.matcher(words).find()) {
                loaded.add(entry.slug() + ": " + words);
            }
        }));
        assertEquals(List.of(), loaded);
    }

    @Test
    void digestsKnowWordsInTheirPartOnly() {
        TextDigest paper = data.texts().get("russias-approaches-towards-armenia-and-azerbaijan");
        assertTrue(paper.has("paragraph 24", "six months before the expiration"));
        assertTrue(paper.has("paragraph 24", "Six MONTHS’ before, the expiration"), "without case and punctuation");
        assertEquals(false, paper.has("paragraph 25", "six months before the expiration"));
        assertEquals(false, paper.has("paragraph 24", "six years before the expiration"));
        assertEquals(Optional.of("the duration of the stay of the peacekeepers"),
                paper.copied("It says: The duration of the stay of the peacekeepers."));
        assertEquals(Optional.empty(), paper.copied("The duration of their stay is five years."));
    }
}
