package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks command lines against the usage of the commands. */
class ArgumentsTest {

    private static final String FORM = "copy table FILE --source SLUG [--into DIR] [--dry-run]";

    @ParameterizedTest
    @CsvSource({"copy table a.csv --source news, true", "copy table --source news a.csv, true",
            "copy --dry-run table a.csv --source news --into out, true", "copy table a.csv, false", "copy table a.csv --source, false",
            "copy table a.csv --source --dry-run, false", "copy table a.csv --source news --format csv, false",
            "copy table a.csv b.csv --source news, false", "copy TABLE a.csv --source news, false", "table a.csv --source news, false"})
    void fitsItsForm(String line, boolean fits) {
        assertEquals(fits, Arguments.of(line.split(" ")).matches(FORM), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"laod seeds | Unknown command 'laod seeds'; write one of copy table, migrate",
            "--dry-run | No command given; write one of copy table, migrate",
            "copy | Unknown command 'copy'; write one of copy table, migrate", "copy table | Missing argument FILE; write: " + FORM,
            "copy table a b --source c | Unexpected argument 'b'; write: " + FORM, "copy table a | Missing option --source; write: " + FORM,
            "copy table a --source | Missing value of the option --source; write: " + FORM,
            "copy table a --source b --fromat x | Unknown option --fromat; write: " + FORM,
            "migrate twice | Unexpected argument 'twice'; write: migrate"})
    void faultSaysWhatToWrite(String line, String fault) {
        assertEquals(fault, Arguments.of(line.split(" ")).fault(List.of(FORM, "migrate")), line);
    }
}
