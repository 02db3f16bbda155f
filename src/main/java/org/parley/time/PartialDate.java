package org.parley.time;

import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A date as exact as the sources state it: the EDTF text, and the first and last possible day. */
@Embeddable
public class PartialDate {

    @NonNull
    @Column(name = "edtf")
    public String edtf;

    @Column(name = "reading")
    public String reading;

    @Column(name = "inferred")
    public boolean inferred;

    @Description("First day it may be, taken from `reading` if there is one; null if unbounded.")
    @Column(name = "earliest")
    public LocalDate earliest;

    @Description("Last day it may be, taken from `reading` if there is one; null if unbounded.")
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

    /** Creates a date that the sources state in full. */
    public static PartialDate of(String edtf) {
        return new PartialDate(edtf, null, false);
    }

    /** Creates a date that the sources do not state in full. Throws an EdtfException for text that is not EDTF. */
    public static PartialDate of(String edtf, @Nullable String reading, boolean inferred) {
        return new PartialDate(edtf, reading, inferred);
    }

    @NonNull
    @Description("How exact the date is.")
    public DatePrecision getPrecision() {
        return Edtf.parse(edtf).precision();
    }

    @NonNull
    @Description("The date in English: '15 July 2023', 'late May 2023', '5 November, year not stated'.")
    public String getLabel() {
        return Edtf.parse(edtf).label();
    }

    /** Returns the day to sort by: the first, else the last, else the end of time. */
    public LocalDate sortDay() {
        return earliest != null ? earliest : latest != null ? latest : LocalDate.MAX;
    }

    /** Returns the reading, or the stated text if it has no reading. */
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
