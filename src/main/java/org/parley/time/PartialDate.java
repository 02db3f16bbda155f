package org.parley.time;

import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A date only as exact as the sources make it: the EDTF text as given, and the first and last day it may be. */
@Embeddable
@Description("A date only as exact as the sources make it. Comparisons and ranges use earliest..latest.")
public class PartialDate {

    @NonNull
    @Description("""
            What the sources say, as ISO 8601-2 (EDTF) level 1 and level 2's unspecified digits: 2023-07-15, 2023-05, 2020-10-19/2020-10-20, \
            2023-07-18?/2023-09, XXXX-11-05, ../2023-07-15""")
    @Column(name = "edtf")
    public String edtf;

    @Description("What was made of it where the sources leave something out, also EDTF: 2024-11-05 for XXXX-11-05. Null where they say it all.")
    @Column(name = "reading")
    public String reading;

    @Description("True where the sources do not say the date, or not all of it, and it was worked out from them.")
    @Column(name = "inferred")
    public boolean inferred;

    @Description("The first day it may be, of the reading where there is one. Null: unbounded.")
    @Column(name = "earliest")
    public LocalDate earliest;

    @Description("The last day it may be, of the reading where there is one. Null: unbounded.")
    @Column(name = "latest")
    public LocalDate latest;

    protected PartialDate() {
    }

    private PartialDate(String edtf, String reading, boolean inferred) {
        Edtf bounds = Edtf.parse(reading == null ? edtf : reading);
        Edtf.parse(edtf);
        this.edtf = edtf;
        this.reading = reading;
        this.inferred = inferred || reading != null;
        this.earliest = bounds.earliest();
        this.latest = bounds.latest();
    }

    /** A date that the sources say. */
    public static PartialDate of(String edtf) {
        return new PartialDate(edtf, null, false);
    }

    /** A date that the sources do not say in full; what is not EDTF is refused with the text and the reason. */
    public static PartialDate of(String edtf, @Nullable String reading, boolean inferred) {
        return new PartialDate(edtf, reading, inferred);
    }

    @NonNull
    @Description("How exact the sources are.")
    public DatePrecision getPrecision() {
        return Edtf.parse(edtf).precision();
    }

    @NonNull
    @Description("Words a reader would use: '15 July 2023', 'late May 2023', '5 November, year not stated'.")
    public String getLabel() {
        return Edtf.parse(edtf).label();
    }

    /** The day on which it stands in an order of time: its first, or where that is open its last. */
    public LocalDate sortDay() {
        return earliest != null ? earliest : latest != null ? latest : LocalDate.MAX;
    }

    /** The reading where there is one, else what the sources say. */
    public String shown() {
        return reading == null ? edtf : reading;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialDate date && Objects.equals(edtf, date.edtf) && Objects.equals(reading, date.reading)
                && inferred == date.inferred;
    }

    @Override
    public int hashCode() {
        return Objects.hash(edtf, reading, inferred);
    }

    @Override
    public String toString() {
        return edtf;
    }
}
