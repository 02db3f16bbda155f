package org.parley.seed.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.meeting.MeetingStatus;
import org.parley.seed.read.SeedKind;
import org.parley.time.PartialDate;

/**
 * What the loader cannot hold against the data set: that it says what the texts say, in our own words. The loader has checked the rest:
 * that each record and point has an attestation with a locator in range, and that nothing is dangling or goes round in a circle.
 */
class AuditTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int QUOTED_AT_MOST = 12;
    /** What stands there as printed, or names a document. */
    private static final Set<String> NOT_OUR_WORDS = Set.of("fragment", "quotation", "value", "printed", "slug", "source");

    private static DataSet data;
    private static SourceTexts texts;

    @BeforeAll
    static void read() {
        data = DataSet.read(Path.of("seeds"));
        texts = SourceTexts.beside(Path.of("").toAbsolutePath(), data.of(SeedKind.SOURCE).stream().map(SourceSeed.class::cast)
                .collect(Collectors.toMap(SourceSeed::title, SourceSeed::slug)));
    }

    private static Stream<Seed> records() {
        return Stream.of(SeedKind.values()).flatMap(kind -> data.of(kind).stream());
    }

    private static Stream<MeetingSeed> meetings() {
        return data.of(SeedKind.MEETING).stream().map(MeetingSeed.class::cast);
    }

    @Test
    void everyHeldMeetingHasTwoActorsOrSaysWhyNot() {
        List<String> alone = meetings().filter(meeting -> meeting.status() == MeetingStatus.HELD)
                .filter(meeting -> meeting.participations().stream().map(MeetingSeed.Participation::actor).distinct().count() < 2)
                .filter(meeting -> meeting.summary() == null || !meeting.summary().contains("not told")).map(MeetingSeed::slug).toList();
        assertEquals(List.of(), alone);
    }

    @Test
    void noMeetingThatWasNotHeldHasAHost() {
        Set<MeetingStatus> held = Set.of(MeetingStatus.HELD, MeetingStatus.ONGOING);
        List<String> hosted = meetings().filter(meeting -> !held.contains(meeting.status()))
                .filter(meeting -> meeting.participations().stream().flatMap(one -> one.roles().stream())
                        .anyMatch(role -> role.name().equals("HOST") || role.name().equals("MEDIATOR")))
                .map(MeetingSeed::slug).toList();
        assertEquals(List.of(), hosted);
    }

    @Test
    void officesCoverTheDatesAtWhichTheyAreUsed() {
        Map<String, ActorSeed> actors = data.of(SeedKind.ACTOR).stream().map(ActorSeed.class::cast)
                .collect(Collectors.toMap(ActorSeed::slug, actor -> actor));
        List<String> outside = new ArrayList<>();
        meetings().forEach(meeting -> meeting.participations().stream().filter(one -> one.office() != null)
                .forEach(one -> actors.get(one.actor()).offices().stream().filter(office -> office.title().equals(one.office()))
                        .filter(office -> !covers(office.from(), office.to(), meeting.date().date()))
                        .forEach(office -> outside.add(meeting.slug() + ": " + one.actor() + " as " + office.title()))));
        assertEquals(List.of(), outside);
    }

    private static boolean covers(DateSeed from, DateSeed to, PartialDate date) {
        boolean begun = from == null || date.latest == null || from.date().earliest == null || !from.date().earliest.isAfter(date.latest);
        boolean ended = to != null && date.earliest != null && to.date().latest != null && to.date().latest.isBefore(date.earliest);
        return begun && !ended;
    }

    @Test
    void everyTextIsASource() {
        assumeFalse(texts.isEmpty(), "the texts are not beside the project");
        assertEquals(data.of(SeedKind.SOURCE).stream().map(Seed::slug).collect(Collectors.toSet()), texts.slugs());
    }

    @Test
    void whatIsQuotedStandsInTheText() {
        List<String> wrong = new ArrayList<>();
        records().forEach(record -> walk(JSON.valueToTree(record), (name, node) -> {
            String quoted = node.path("fragment").asText(null);
            if (quoted != null && (!texts.quotes(node.get("source").asText(), quoted) || quoted.split("\\s+").length > QUOTED_AT_MOST)) {
                wrong.add(record.slug() + ": " + quoted);
            }
            String quotation = node.path("quotation").asText(null);
            if (quotation != null && (texts.slugs().stream().noneMatch(slug -> texts.quotes(slug, quotation)) && !texts.isEmpty()
                    || quotation.split("\\s+").length > QUOTED_AT_MOST)) {
                wrong.add(record.slug() + ": " + quotation);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void theRestIsInOurOwnWords() {
        assumeFalse(texts.isEmpty(), "the texts are not beside the project");
        List<String> copied = new ArrayList<>();
        records().filter(record -> !(record instanceof SourceSeed)).forEach(record -> walk(JSON.valueToTree(record), (name, node) -> {
            String run = node.isTextual() && !NOT_OUR_WORDS.contains(name) ? texts.copied(node.asText()) : null;
            if (run != null) {
                copied.add(record.slug() + ": " + run);
            }
        }));
        assertEquals(List.of(), copied);
    }

    @Test
    void everyLocatorExists() {
        assumeFalse(texts.isEmpty(), "the texts are not beside the project");
        List<String> wrong = new ArrayList<>();
        for (Seed seed : data.of(SeedKind.SOURCE)) {
            SourceSeed source = (SourceSeed) seed;
            for (int number = 1; number <= source.footnotes(); number++) {
                if (!texts.hasFootnote(source.slug(), number)) {
                    wrong.add(source.slug() + " footnote " + number);
                }
            }
            if (source.footnotes() == 0 && texts.linesOfProse(source.slug()) < source.paragraphs()) {
                wrong.add(source.slug() + " has " + texts.linesOfProse(source.slug()) + " paragraphs, not " + source.paragraphs());
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        walk("", node, visitor);
    }

    private static void walk(String name, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(name, node);
        node.fields().forEachRemaining(field -> walk(field.getKey(), field.getValue(), visitor));
        node.elements().forEachRemaining(element -> {
            if (!node.isObject()) {
                walk(name, element, visitor);
            }
        });
    }
}
