package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.record.Kind;

/** Terms of one office of a holder follow one another. */
class TermCheckTest {

    private static final String OVERLAPS = "a.offices[1]: overlaps the term of the office 'Mayor' of 'x' at actors:0;"
            + " write 'from' and 'to' so that one term ends before the other begins, or merge them into one";
    private static final String OTHER_BODY = "a.offices[1]: has the same title as the office 'Mayor' of 'x' at actors:0;"
            + " write titles that tell the offices apart";

    private static List<String> check(String one, String other) {
        return faults(new TermCheck(), file(Kind.ACTOR, "[{slug: a, offices: [{" + one + "}, {" + other + "}]}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: 2010, to: 2014             | from: 2018, to: 2022             | false
            from: 2018, to: 2022             | from: 2010, to: 2014             | false
            from: 2010-08-07, to: 2014-08-07 | from: 2014-08-07                 | false
            from: 2010, to: 2014             | from: 2014                       | false
            from: 2010                       | from: 2018                       | false
            to: 2010                         | from: 2018                       | false
            to: 2010                         | to: 2012                         | false
            from: 2010-08-07, to: 2014-08-07 | from: 2014-08-06                 | true
            from: 2010, to: 2014             | from: 2012, to: 2016             | true
            from: 2010, to: 2020             | from: 2012, to: 2016             | true
            from: 2010-01-01                 | from: 2010-01-01                 | true
            from: 2010                       | from: 2010                       | true
            from: 2010, to: 2014             | from: {edtf: 2XXX, reading: 2012}, to: 2016 | true
            rank: OTHER                      | rank: LEADER                     | true
            """)
    void termsOfOneOffice(String one, String other, boolean fault) {
        assertEquals(fault ? List.of("actors: " + OVERLAPS) : List.of(),
                check("title: Mayor, of: x, " + one, "title: Mayor, of: x, " + other));
        assertEquals(List.of(), check("title: Mayor, of: x, " + one, "title: Guard, of: x, " + other));
        assertEquals(List.of("actors: " + OTHER_BODY), check("title: Mayor, of: x, " + one, "title: Mayor, of: y, " + other));
    }

    @Test
    void holdersAreNotCompared() {
        String office = "offices: [{title: Co-chair, of: x, from: 2010, to: 2014}]";
        assertEquals(List.of(), faults(new TermCheck(), file(Kind.ACTOR, "[{slug: a, " + office + "}, {slug: b, " + office + "}]")));
    }

    /** A term of dates between days, each unknown or a span of days. */
    private record Term(Integer[] from, Integer[] to) {

        static Term random(Random random) {
            Term term = new Term(span(random), span(random));
            return term.from == null || term.to == null || term.from[0] <= term.to[1] ? term : random(random);
        }

        private static Integer[] span(Random random) {
            int first = 1 + random.nextInt(6);
            return random.nextInt(4) == 0 ? null : new Integer[]{first, first + random.nextInt(3) * random.nextInt(2)};
        }

        private static boolean contains(Integer[] span, int day) {
            return span == null || span[0] <= day && day <= span[1];
        }

        private static String text(Integer[] span) {
            return LocalDate.of(2020, 1, span[0]) + (span[0].equals(span[1]) ? "" : "/" + LocalDate.of(2020, 1, span[1]));
        }

        ObjectNode json() {
            ObjectNode term = JsonNodeFactory.instance.objectNode();
            if (from != null) {
                term.put("from", text(from));
            }
            if (to != null) {
                term.put("to", text(to));
            }
            return term;
        }

        /** Whether days exist on which this term begins, ends, and then the next one begins later and ends. */
        boolean mayPrecede(Term next) {
            return (to != null || next.from != null)
                    && days()
                            .anyMatch(
                                    from -> contains(this.from, from) && days().anyMatch(to -> from <= to && contains(this.to, to)
                                            && days().anyMatch(nextFrom -> to <= nextFrom && from < nextFrom
                                                    && contains(next.from, nextFrom)
                                                    && days().anyMatch(nextTo -> nextFrom <= nextTo && contains(next.to, nextTo)))));
        }

        private static IntStream days() {
            return IntStream.rangeClosed(-1, 12);
        }
    }

    @Test
    void termsOverlapIfNoDaysLetOneFollowTheOther() {
        Random random = new Random(20240101);
        int overlapping = 0;
        for (int i = 0; i < 4000; i++) {
            Term one = Term.random(random);
            Term other = Term.random(random);
            boolean expected = one.json().equals(other.json()) || !one.mayPrecede(other) && !other.mayPrecede(one);
            assertEquals(expected, TermCheck.overlap(one.json(), other.json()), () -> one.json() + " and " + other.json());
            overlapping += expected ? 1 : 0;
        }
        assertTrue(overlapping > 500 && overlapping < 3500, "one-sided terms: " + overlapping);
    }
}
