package org.parley.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tests the text of a period. */
class PeriodTest {

    private static String written(PartialDate from, PartialDate to) {
        Period period = new Period();
        period.from = from;
        period.to = to;
        return period.toString();
    }

    @Test
    void isAnIntervalOfEdtf() {
        assertEquals("2011/2020", written(PartialDate.of("2011"), PartialDate.of("2020")));
        assertEquals("2020-11-10/..", written(PartialDate.of("2020-11-10"), null));
        assertEquals("../2024-11-05", written(null, PartialDate.of("XXXX-11-05", "2024-11-05", true)));
    }
}
