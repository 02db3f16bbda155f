package org.parley.time;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A period whose ends are as exact as the sources state them. */
@Embeddable
public class Period {

    @Embedded
    @EmbeddedColumnNaming("from_%s")
    public PartialDate from;

    @Embedded
    @EmbeddedColumnNaming("to_%s")
    public PartialDate to;

    /** Returns an EDTF interval; an end that is null is open: 2011/2020, 2020-11-10/.. */
    @Override
    public String toString() {
        return end(from) + "/" + end(to);
    }

    private static String end(PartialDate date) {
        return date == null ? ".." : date.shown();
    }
}
