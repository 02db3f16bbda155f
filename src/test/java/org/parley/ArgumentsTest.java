package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks command lines against the usage of the commands. */
class ArgumentsTest {

    private static final String FORM = "import meetings FILE --source SLUG [--into DIR] [--dry-run]";

    @ParameterizedTest
    @CsvSource({"import meetings a.csv --source news, true", "import meetings --source news a.csv, true",
            "import --dry-run meetings a.csv --source news --into out, true", "import meetings a.csv, false",
            "import meetings a.csv --source, false", "import meetings a.csv --source --dry-run, false",
            "import meetings a.csv --source news --format csv, false", "import meetings a.csv b.csv --source news, false",
            "import MEETINGS a.csv --source news, false", "meetings a.csv --source news, false"})
    void fitsItsForm(String line, boolean fits) {
        assertEquals(fits, Arguments.of(line.split(" ")).matches(FORM), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"laod seeds | Unknown command 'laod seeds'; write one of import meetings, migrate",
            "--dry-run | No command given; write one of import meetings, migrate",
            "import | Unknown command 'import'; write one of import meetings, migrate",
            "import meetings | Missing argument FILE; write: " + FORM,
            "import meetings a b --source c | Unexpected argument 'b'; write: " + FORM,
            "import meetings a | Missing option --source; write: " + FORM,
            "import meetings a --source | Missing value of the option --source; write: " + FORM,
            "import meetings a --source b --fromat x | Unknown option --fromat; write: " + FORM,
            "migrate twice | Unexpected argument 'twice'; write: migrate"})
    void faultSaysWhatToWrite(String line, String fault) {
        assertEquals(fault, Arguments.of(line.split(" ")).fault(List.of(FORM, "migrate")), line);
    }
}
