package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.SeedCopy;
import org.parley.entry.DataSet;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.source.SourceKind;
import org.parley.time.PartialDate;

/** Fields and filters of sources are those of the files. */
@QuarkusTest
class SourceFieldsTest {

    private static final DataSet DATA = DataSetFolder.readChecked(SeedCopy.DATA_SET);

    private static List<CanonicalEntry> sources() {
        return List.copyOf(DATA.of(Kind.SOURCE));
    }

    private static PartialDate published(CanonicalEntry source) {
        JsonNode date = source.json().get("published");
        return PartialDate.of(date.path("edtf").asText(date.asText()), date.path("reading").asText(null),
                date.path("inferred").asBoolean());
    }

    private static void compare(String filter, Predicate<CanonicalEntry> condition) {
        Comparator<CanonicalEntry> oldest = Comparator
                .comparing(source -> Optional.ofNullable(published(source).earliest).orElse(LocalDate.MAX));
        List<String> expected = sources().stream().filter(condition).sorted(oldest.thenComparing(CanonicalEntry::slug))
                .map(CanonicalEntry::slug).toList();
        JsonNode found = GraphQlClient.data("{ sources(filter: {" + filter + "}, first: 100) { totalCount nodes { slug } } }");
        assertEquals(expected, found.findValuesAsText("slug"), filter);
        assertEquals(expected.size(), found.at("/sources/totalCount").asInt(), filter);
    }

    @Test
    void filtersSelectWhatJavaSelects() {
        compare("", source -> true);
        for (SourceKind kind : SourceKind.values()) {
            compare("kinds: [" + kind + "]", source -> source.json().get("kind").asText().equals(kind.name()));
        }
        for (String text : List.of("russia", "RED LINES", "cities", "no such title", "its ‘Red")) {
            String plain = text.toLowerCase(Locale.ROOT).replace("‘", "'");
            compare("text: \"" + text + "\"", source -> source.json().get("title").asText().toLowerCase(Locale.ROOT).replace('‘', '\'')
                    .replace('’', '\'').contains(plain));
        }
        Set<String> authors = new HashSet<>();
        sources().forEach(source -> source.json().path("authors").forEach(author -> authors.add(author.asText())));
        assertTrue(authors.size() > 1);
        authors.forEach(author -> compare("authors: [\"" + author + "\", \"nobody\"]", source -> StreamSupport
                .stream(source.json().path("authors").spliterator(), false).anyMatch(one -> one.asText().equals(author))));
        for (String none : List.of("kinds: []", "authors: []", "authors: [\"nobody\"]")) {
            compare(none, source -> false);
        }
    }

    @Test
    void rangesSelectWhatJavaSelects() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            LocalDate from = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500));
            LocalDate to = from.plusDays(random.nextInt(900));
            compare(String.format(Locale.ROOT, "between: {from: \"%s\", to: \"%s\", match: OVERLAPS} # seed %d\n", from, to, seed),
                    source -> !Objects.requireNonNullElse(published(source).earliest, LocalDate.MIN).isAfter(to)
                            && !Objects.requireNonNullElse(published(source).latest, LocalDate.MAX).isBefore(from));
        }
    }

    @Test
    void fieldsAreThoseOfTheFile() {
        for (CanonicalEntry source : sources()) {
            JsonNode found = GraphQlClient.data("{ source(slug: \"" + source.slug()
                    + "\") { url archivedUrl archivedSha256 archivedAt license linkPatterns editionOf { slug } } }").get("source");
            for (String field : List.of("url", "archivedUrl", "archivedSha256", "archivedAt", "license")) {
                assertEquals(source.json().path(field).asText(null), found.get(field).asText(null), source.slug() + "." + field);
            }
            assertEquals(source.json().path("editionOf").asText(null), found.path("editionOf").path("slug").asText(null));
            assertEquals(source.json().has("linkPatterns") ? source.json().get("linkPatterns") : found.get("linkPatterns"),
                    found.get("linkPatterns"));
            assertEquals(source.json().path("linkPatterns").size(), found.get("linkPatterns").size());
        }
        assertEquals(1, sources().stream().filter(source -> source.json().has("archivedAt")).count());
    }

    @Test
    void editionsAreTheReverseOfEditionOf() {
        for (CanonicalEntry source : sources()) {
            List<String> editions = sources().stream().filter(one -> one.json().path("editionOf").asText().equals(source.slug()))
                    .map(CanonicalEntry::slug).toList();
            assertEquals(editions,
                    GraphQlClient.data("{ source(slug: \"" + source.slug() + "\") { editions { slug } } }").findValuesAsText("slug"));
        }
    }

    @Test
    void attestationHasTheLinkOfItsLocator() {
        JsonNode found = GraphQlClient.data("""
                { source(slug: "russias-approaches-towards-armenia-and-azerbaijan") { attestations(first: 100) { nodes { locator url } } }
                  none: source(slug: "russia-stresses-its-red-lines") { attestations(first: 5) { nodes { url } } } }""");
        Set<String> words = new HashSet<>();
        found.at("/source/attestations/nodes").forEach(attestation -> {
            String[] locator = attestation.get("locator").asText().split(" ");
            words.add(locator[0]);
            String link = locator[0].equals("paragraph") ? "https://journal.example/2021/approaches.html#p" + locator[1]
                    : locator[0].equals("footnote") ? "https://archive.example/2024/approaches.pdf#nameddest=fn" + locator[1] : null;
            assertEquals(link, attestation.get("url").asText(null), attestation.toString());
        });
        assertEquals(Set.of("paragraph", "footnote"), words);
        assertTrue(found.at("/none/attestations/nodes").findValuesAsText("url").stream().allMatch("null"::equals));
    }

    @Test
    void sourceIsFoundByItsIdentifier() {
        assertEquals("{\"a\":{\"slug\":\"russias-approaches-towards-armenia-and-azerbaijan\"},\"b\":null,\"c\":null}",
                GraphQlClient.data("""
                        { a: sourceByIdentifier(scheme: "doi", value: "10.5555/approaches.2021.4") { slug }
                          b: sourceByIdentifier(scheme: "wikidata", value: "Q399") { slug }
                          c: sourceByIdentifier(scheme: "doi", value: "10.5555/none") { slug } }""").toString());
    }
}
