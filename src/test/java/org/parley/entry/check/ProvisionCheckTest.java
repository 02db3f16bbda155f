package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.EntryFile;
import org.parley.record.Kind;

/** The wording of a provision needs an official document, and its steps an order. */
class ProvisionCheckTest {

    private static final EntryFile SOURCES = file(Kind.SOURCE, "[{slug: treaty, kind: OFFICIAL_DOCUMENT}, {slug: news, kind: NEWS}]");

    private static EntryFile agreement(String date, String provision) {
        return file(Kind.AGREEMENT, "[{slug: a, date: " + date + ", provisions: [{number: 1, " + provision + "}]}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            news         | 1
            news news    | 1
            treaty       | 0
            news treaty  | 0
            unknown      | 0
            """)
    void wordingNeedsAnOfficialDocument(String sources, int number) {
        String attestations = Stream.of(sources.split(" ")).map(source -> "{source: " + source + "}").collect(Collectors.joining(", "));
        List<String> expected = number == 0 ? List.of()
                : List.of("agreements: a.provisions[0].text: no official document attests this wording; attest the provision by a source of"
                        + " the kind OFFICIAL_DOCUMENT, or leave out the text and write a summary in your own words");
        assertEquals(expected, faults(new ProvisionCheck(), SOURCES, agreement("2020", "text: T, attestations: [" + attestations + "]")));
        assertEquals(List.of(), faults(new ProvisionCheck(), SOURCES, agreement("2020", "attestations: [" + attestations + "]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020                 | 2020 BEGUN; 2021 DONE                    | ''
            2020                 | 2019 BEGUN                               | 0 before the agreement
            2020-05-02           | 2020-05-01 BEGUN                         | 0 before the agreement
            2020-05-02           | 2020-05 BEGUN                            | ''
            ../2020              | 2019 BEGUN                               | ''
            2020                 | XXXX-05-01 DONE; 2021 DONE               | ''
            2020                 | 2022 BEGUN; 2021 DONE                    | 1 before the step
            2020                 | 2021-06 BEGUN; 2021 DONE                 | 1 before the step
            2020                 | 2021 BEGUN; 2021-06 DONE; 2021-05 DONE   | 2 before the step
            2020                 | 2021-06 BEGUN; 2021-06-01/.. DONE        | ''
            2020                 | 2021-06 BEGUN; ../2021-05 DONE           | 1 before the step
            2020                 | 2021-06 BEGUN; ../2021 DONE              | ''
            2020                 | ../2021 BEGUN; 2020-06 DONE              | ''
            2020                 | 2022 BEGUN; XXXX-05 DONE; 2021 DONE      | 2 before the step
            2020                 | 2023 BEGUN; 2021 DONE; 2022 DONE         | 1 before the step
            2020                 | never BEGUN; 2022 DONE; never DONE       | ''
            2020                 | 2021 NOT_BEGUN; 2022 BEGUN; 2023 DONE    | ''
            2020                 | 2021 DONE; 2022 NOT_BEGUN                | 1 cannot follow DONE
            2020                 | 2021 PARTLY_DONE; 2022 NOT_BEGUN         | 1 cannot follow PARTLY_DONE
            2020                 | 2021 DONE; 2022 REVERSED; 2023 NOT_BEGUN | ''
            2020                 | 2021 DISPUTED; 2022 NOT_BEGUN            | ''
            2020                 | 2021 BEGUN; 2022 DONE; 2023 PARTLY_DONE  | 2 cannot follow DONE
            2020                 | 2021 DONE; 2022 BEGUN                    | 1 cannot follow DONE
            2020                 | 2021 DONE; 2022 DISPUTED; 2023 BEGUN     | 2 cannot follow DONE
            2020                 | 2021 DONE; 2022 BEGUN; 2023 BEGUN        | 1 cannot follow DONE; 2 cannot follow DONE
            2020                 | 2021 NOT_BEGUN; 2022 DISPUTED; 2023 DONE; 2023 DONE | ''
            2020                 | 2021 BEGUN; 2022 BEGUN; 2023 PARTLY_DONE | ''
            2020                 | 2021 DONE; 2022 REVERSED; 2023 BEGUN; 2024 NOT_BEGUN | 3 cannot follow BEGUN
            2020                 | 2021 DONE; 2022 LATER; 2023 BEGUN        | 2 cannot follow DONE
            2020                 | 2021 REVERSED                            | 0 needs an earlier step
            2020                 | 2021 NOT_BEGUN; 2022 REVERSED            | 1 needs an earlier step
            2020                 | 2021 DISPUTED; 2022 REVERSED             | 1 needs an earlier step
            2020                 | 2021 BEGUN; 2022 REVERSED; 2023 REVERSED | ''
            2020                 | 2021 PARTLY_DONE; 2022 REVERSED          | ''
            2020                 | never BEGUN; 2022 LATER                  | ''
            """)
    void stepsHaveAnOrder(String date, String steps, String expected) {
        String written = Stream.of(steps.split("; ")).map(step -> step.split(" "))
                .map(step -> "{date: '" + step[0] + "', status: " + step[1] + "}").collect(Collectors.joining(", "));
        List<String> found = faults(new ProvisionCheck(), agreement("'" + date + "'", "steps: [" + written + "]"));
        assertEquals(expected,
                found.stream().map(fault -> fault.replaceFirst(
                        ".*steps\\[(\\d)]\\.\\w+: .*(before the agreement|before the step|cannot follow \\w+|needs an earlier step).*",
                        "$1 $2")).collect(Collectors.joining("; ")));
    }

    @Test
    void stepsOfOtherProvisionsHaveAnOrderOfTheirOwn() {
        assertEquals(List.of(), faults(new ProvisionCheck(),
                agreement("2020", "steps: [{date: 2022, status: DONE}]}, {number: 2, steps: [{date: 2021, status: NOT_BEGUN}]")));
    }

    @Test
    void faultOfAStepSaysWhatToDo() {
        assertEquals(List.of(
                "agreements: a.provisions[0].steps[1].date: begins before the step at agreements:0; list the steps oldest first, or narrow"
                        + " one of the dates",
                "agreements: a.provisions[0].steps[1].status: BEGUN cannot follow DONE at agreements:0; write REVERSED if it was undone, or"
                        + " correct one of the steps",
                "agreements: a.provisions[1].steps[0].status: REVERSED needs an earlier step with the status BEGUN, PARTLY_DONE or DONE; add"
                        + " that step, or correct this one"),
                faults(new ProvisionCheck(), agreement("2020", "steps: [{date: 2022, status: DONE}, {date: 2021, status: BEGUN}]},"
                        + " {number: 2, steps: [{date: 2021, status: REVERSED}]")));
    }

    @Test
    void whatTheSchemaChecksIsNotReportedTwice() {
        assertEquals(List.of(), faults(new ProvisionCheck(),
                file(Kind.AGREEMENT, "[{slug: a, provisions: [{text: 3}, {steps: [{}, {date: 7}, 3]}]}, {provisions: 5}, {}]")));
    }
}
