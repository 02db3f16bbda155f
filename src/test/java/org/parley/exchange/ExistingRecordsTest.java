package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.exchange.ForeignFiles.KNOWN;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.Entry;
import org.parley.record.Kind;

/** Tests that records are found by slug or exact name only. */
class ExistingRecordsTest {

    private static String slug(Optional<Entry> found) {
        return found.map(Entry::slug).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"armenia, armenia", "Armenia, armenia", "Republic of Utopia, utopia", "republic of utopia,", "Brussels,",
            "smith-2, smith-2", "John Smith,"})
    void recordIsFoundBySlugOrByItsNameIfNoOtherHasIt(String text, String slug) {
        assertEquals(slug, slug(KNOWN.find(Kind.ACTOR, text, actor -> true)));
    }

    @ParameterizedTest
    @CsvSource({"charles-michel,", "Charles Michel,", "armenia, armenia", "Armenia, armenia"})
    void recordThatIsNotWantedIsNotFound(String text, String slug) {
        assertEquals(slug, slug(KNOWN.find(Kind.ACTOR, text, actor -> !actor.node().path("kind").asText().equals("PERSON"))));
    }

    @ParameterizedTest
    @CsvSource({"Republic of Utopia, utopia", "Nowhere Land, nowhere-land", "東京, 東京"})
    void textThatNamesNoRecordBecomesASlug(String text, String slug) {
        assertEquals(slug, KNOWN.slug(Kind.ACTOR, text));
    }

    @ParameterizedTest
    @CsvSource({"first, '', '', first", "other, First talks, 2023-05-01, first", "other, First talks, 2023-05-02,",
            "other, Other talks, 2023-05-01,", "other, Second talks, 2023-06, second", "other, Second talks, 2023-07,"})
    void meetingIsFoundBySlugOrByTitleAndDate(String slug, String title, String date, String found) {
        assertEquals(found, slug(KNOWN.meeting(slug, title, date)));
    }
}
