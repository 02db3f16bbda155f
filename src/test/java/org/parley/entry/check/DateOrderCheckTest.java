package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.agreement.AgreementRelation;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** An edition and a link lead to a record that is not certainly later. */
class DateOrderCheckTest {

    @ParameterizedTest
    @CsvSource({"2020, 2019, false", "2020, 2020, false", "2020, 2020-12-31, false", "2020-01, 2020-02, true",
            "2020-01-31, 2020-02-01, true", "2020-01-31, ../2021, false", "2020-01-31, 2020-02/.., true", "2020/.., 2030, false",
            "XXXX-05-01, 2030, false", "2020, XXXX-05-01, false", "never, 2030, false", "2020, never, false"})
    void otherRecordIsNotCertainlyLater(String date, String other, boolean later) {
        assertEquals(
                later ? List.of("sources: a.editionOf: the source 'b' was published later than this one; put `editionOf` on the later one,"
                        + " or correct a date") : List.of(),
                faults(new DateOrderCheck(),
                        file(Kind.SOURCE, "[{slug: a, published: '" + date + "', editionOf: b}, {slug: b, published: '" + other + "'}]")));
        assertEquals(
                later ? List.of("agreements: a.links[0].agreement: the agreement 'b' is later than this one; put the link on the later"
                        + " one, or correct a date") : List.of(),
                faults(new DateOrderCheck(), file(Kind.AGREEMENT,
                        "[{slug: a, date: '" + date + "', links: [{relation: RENEWS, agreement: b}]}, {slug: b, date: '" + other + "'}]")));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnAnnexMayBeEarlier(AgreementRelation relation) {
        assertEquals(relation == AgreementRelation.ANNEXED_TO ? 0 : 1,
                faults(new DateOrderCheck(),
                        file(Kind.AGREEMENT,
                                "[{slug: a, date: 2020, links: [{relation: " + relation + ", agreement: b}]}, {slug: b, date: 2021}]"))
                        .size());
    }

    @Test
    void readingOfADateCounts() {
        assertEquals(1,
                faults(new DateOrderCheck(), file(Kind.SOURCE, "[{slug: a, published: {edtf: XXXX-05, reading: 2020-05}, editionOf: b},"
                        + " {slug: b, published: {edtf: '2021?', inferred: true}}]")).size());
    }

    @Test
    void entriesThatAreOnlyKnownAreNotChecked() {
        EntryFiles known = EntryFiles.of(List.of(file(Kind.SOURCE, "[{slug: a, published: 2020, editionOf: b}]")))
                .withKnown(List.of(file(Kind.SOURCE, "[{slug: b, published: 2021, editionOf: c}, {slug: c, published: 2022}]")));
        assertEquals(List.of("sources: a.editionOf"),
                faults(new DateOrderCheck(), known).stream().map(fault -> fault.replaceFirst(": the .*", "")).toList());
    }

    @Test
    void whatOtherChecksReportIsNotReportedTwice() {
        Stream.of("editionOf: a", "editionOf: none", "editionOf: 3", "links: [3, {}, {agreement: a}]")
                .forEach(part -> assertEquals(List.of(),
                        faults(new DateOrderCheck(),
                                file(Kind.SOURCE, String.format(Locale.ROOT, "[{slug: a, published: 2020, %s}, 3]", part)),
                                file(Kind.AGREEMENT, "[{slug: a, date: 2020, " + part + "}, 3]")),
                        part));
    }
}
