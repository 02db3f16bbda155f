package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
