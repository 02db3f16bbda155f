package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which command lines are of the form of a command. */
class ArgumentsTest {

    private static final String FORM = "import meetings FILE --source SLUG [--into DIR] [--dry-run]";

    @ParameterizedTest
    @CsvSource({"import meetings a.csv --source news, true", "import meetings --source news a.csv, true",
            "import --dry-run meetings a.csv --source news --into out, true", "import meetings a.csv, false",
            "import meetings a.csv --source, false", "import meetings a.csv --source --dry-run, false",
            "import meetings a.csv --source news --format csv, false", "import meetings a.csv b.csv --source news, false",
            "import MEETINGS a.csv --source news, false", "meetings a.csv --source news, false"})
    void fitsItsForm(String line, boolean fits) {
        assertEquals(fits, Arguments.of(line.split(" ")).fit(FORM), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"laod seeds | there is no command 'laod seeds'; write one of import meetings, migrate",
            "--dry-run | no command is given; write one of import meetings, migrate",
            "import | there is no command 'import'; write one of import meetings, migrate",
            "import meetings | FILE is missing; write: " + FORM, "import meetings a b --source c | unexpected argument 'b'; write: " + FORM,
            "import meetings a | the option --source is missing; write: " + FORM,
            "import meetings a --source | the option --source has no value; write: " + FORM,
            "import meetings a --source b --fromat x | the option --fromat does not exist here; write: " + FORM,
            "migrate twice | unexpected argument 'twice'; write: migrate"})
    void faultSaysWhatToWrite(String line, String fault) {
        assertEquals(fault, Arguments.of(line.split(" ")).fault(List.of(FORM, "migrate")), line);
    }
}
