package org.parley.time;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A span of time whose ends are as exact as the sources make them. */
@Embeddable
@Description("A span of time. A null end is not known, or open.")
public class Period {

    @Description("When it began.")
    @Embedded
    @EmbeddedColumnNaming("from_%s")
    public PartialDate from;

    @Description("When it ended.")
    @Embedded
    @EmbeddedColumnNaming("to_%s")
    public PartialDate to;

    /** As an interval of EDTF, an end that is null being open: 2011/2020, 2020-11-10/.. */
    @Override
    public String toString() {
        return end(from) + "/" + end(to);
    }

    private static String end(PartialDate date) {
        return date == null ? ".." : date.shown();
    }
}
