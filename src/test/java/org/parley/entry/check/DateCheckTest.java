package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.record.Kind;

/** Invalid dates, readings that contradict their date, and periods that end before they begin are reported. */
class DateCheckTest {

    private static final String ORDER = ": ends before it begins; write an earlier 'from' or a later 'to'";

    private static List<String> meeting(String date) {
        return faults(new DateCheck(), file(Kind.MEETING, "[{slug: a, date: " + date + "}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-07-15", "2023", "[2023]", "{edtf: 2023-XX, reading: 2023-07}", "{edtf: 20XX, reading: 2023}",
            "{edtf: 2023, reading: 20XX}", "{edtf: 2023-07~, reading: 2023-07-01/2023-07-10}", "{edtf: 2023/2024, reading: 2025}",
            "{edtf: 2023-07-15, reading: 2023}", "{edtf: 2023-07-15, inferred: true}", "{edtf: 2023-07, reading: ../2023-07-15}"})
    void validDate(String date) {
        assertEquals(List.of(), meeting(date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            XXXX-07-11 | 2023-07-12
            2023-07?   | 2023-08
            2023-07%   | 2024-07~
            2023-07    | 2023-07-20/2023-08-03
            2023-07    | ../2023-06
            202X       | 1999
            """)
    void readingContradictsTheDate(String edtf, String reading) {
        assertEquals(
                List.of("meetings: a.date.reading: '" + reading + "' contradicts '" + edtf
                        + "'; write a reading that only fills in unspecified digits"),
                meeting("{edtf: '" + edtf + "', reading: '" + reading + "'}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-13                          | a.date: '2023-13' is not an EDTF date: there is no month 13
            {edtf: 2023-13}                  | a.date.edtf: '2023-13' is not an EDTF date: there is no month 13
            {edtf: 2023-XX, reading: 2023-13} | a.date.reading: '2023-13' is not an EDTF date: there is no month 13
            """)
    void invalidDate(String date, String fault) {
        assertEquals(List.of("meetings: " + fault), meeting(date));
    }

    @ParameterizedTest
    @CsvSource({"2023,2022,true", "2023-05-02,2023-05-01,true", "2023-05-01,2023-05-01,false", "2023-05-02,2023-05,false",
            "2023,2023,false", "../2023,2022,false", "2023,2022/..,false", "XXXX-05,2022,false", "nonsense,2022,false",
            "'{edtf: 2020, reading: 2023}',2022,true", "2022,'{edtf: 2020/2024, reading: 2021}',true", "'{edtf: 2023}',2022,true",
            "'[2023]',2022,false"})
    void periodEndsBeforeItBegins(String from, String to, boolean turned) {
        List<String> wanted = turned ? List.of(ORDER) : List.of();
        assertEquals(wanted.stream().map(fault -> "figures: a.period" + fault).toList(),
                order(faults(new DateCheck(), file(Kind.FIGURE, "[{slug: a, period: {from: " + from + ", to: " + to + "}}]"))));
        assertEquals(wanted.stream().map(fault -> "actors: a.offices[0]" + fault).toList(),
                order(faults(new DateCheck(), file(Kind.ACTOR, "[{slug: a, offices: [{from: " + from + ", to: " + to + "}]}]"))));
    }

    private static List<String> order(List<String> faults) {
        return faults.stream().filter(fault -> fault.endsWith(ORDER)).toList();
    }

    @Test
    void periodMayHaveOneEnd() {
        assertEquals(List.of(), faults(new DateCheck(), file(Kind.FIGURE, "[{period: {from: 2023}}, {period: {to: 2023}}]")));
    }

    @Test
    void invalidEndOfPeriod() {
        assertEquals(
                List.of("figures: a.period.from: 'May' is not an EDTF date: write 2023, 2023-07 or 2023-07-15, with X for an unknown digit,"
                        + " and ?, ~ or % at the end for uncertain, approximate or both",
                        "figures: a.period.to: '2023-00' is not an EDTF date: there is no month 00"),
                faults(new DateCheck(), file(Kind.FIGURE, "[{slug: a, period: {from: May, to: 2023-00}}]")));
    }

    @Test
    void invalidAttestedDate() {
        String attestations = "[{slug: a, attestations: [{field: date, reads: 2023-13}, {field: title, reads: 2023-13}, {reads: 2023-13},"
                + " {field: date, reads: 2023-12}]}]";
        assertEquals(List.of("meetings: a.attestations[0].reads: '2023-13' is not an EDTF date: there is no month 13"),
                faults(new DateCheck(), file(Kind.MEETING, attestations)));
        assertEquals(List.of("figures: a.attestations[0].reads: '2023-13' is not an EDTF date: there is no month 13"),
                faults(new DateCheck(), file(Kind.FIGURE, attestations.replaceFirst("field: date", "field: period"))));
    }
}
