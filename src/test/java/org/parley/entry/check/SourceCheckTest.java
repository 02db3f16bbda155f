package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.record.Kind;

/** A copy of a source has a time and an address of its own. */
class SourceCheckTest {

    private static String source(String rest) {
        return faults(new SourceCheck(), file(Kind.SOURCE, "[{slug: a, published: 2024-03-05, " + rest + "}]")).stream()
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-05T14:30:00Z, true", "2024-03-06T00:00:00Z, true", "2024-03-06T23:59:59Z, true", "2024-12-31T24:00:00Z, false",
            "2024-12-31T23:59:60Z, false", "2016-12-31T23:59:60Z, false", "2025-02-29T10:00:00Z, false", "2024-02-30T10:00:00Z, false",
            "2024-04-01T10:60:00Z, false", "2024-04-01T25:00:00Z, false", "2024-13-01T10:00:00Z, false", "2024-00-01T10:00:00Z, false"})
    void timeOfACopyIsInNormalForm(String time, boolean exists) {
        assertEquals(
                exists ? "" : "sources: a.archivedAt: '" + time + "' is not a time; write a day of the calendar and a time up to 23:59:59",
                source("archivedAt: '" + time + "'"));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-05 14:30", "2024-03-05T14:30:00", "2024-03-05T14:30:00.5Z", "2024-03-05t14:30:00z", "yesterday"})
    void otherFormsAreReportedByTheSchemaOnly(String time) {
        assertEquals("", source("archivedAt: '" + time + "'"));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-03T23:59:59Z, false", "2024-03-04T00:00:00Z, true"})
    void copyIsNoOlderThanTheDocument(String time, boolean possible) {
        assertEquals(possible ? "" : "sources: a.archivedAt: is before 2024-03-05, when the document was published; correct one of them",
                source("archivedAt: '" + time + "'"));
        assertEquals(List.of(), faults(new SourceCheck(), file(Kind.SOURCE,
                "[{slug: a, archivedAt: '" + time + "'}," + " {slug: b, published: ../2024, archivedAt: '" + time + "'}]")));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/7, https://a.example/7, true", "https://a.example/7, https://b.example/7, false",
            "https://a.example/7, https://a.example/copy/7, false"})
    void copyHasAnotherAddressThanTheDocument(String url, String archivedUrl, boolean same) {
        assertEquals(same
                ? "sources: a.archivedUrl: is the address of the document itself, 'url'; write the address of a copy, or leave it out" : "",
                source("url: '" + url + "', archivedUrl: '" + archivedUrl + "'"));
        assertEquals("", source("archivedUrl: '" + archivedUrl + "'"));
        assertEquals("", source("url: '" + url + "'"));
    }

    @ParameterizedTest
    @CsvSource({"CC-BY-4.0, true", "public domain, true", "https://a.example/terms, true", "https:///terms, false"})
    void addressOfALicenseIsValid(String license, boolean valid) {
        assertEquals(valid ? 0 : 1, faults(new SourceCheck(), file(Kind.SOURCE, "[{slug: a, license: '" + license + "'}]")).size());
    }
}
