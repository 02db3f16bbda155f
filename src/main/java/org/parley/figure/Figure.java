package org.parley.figure;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.persistence.ReadFor;
import org.parley.source.AnyRecord;
import org.parley.source.Attested;
import org.parley.source.HasHappening;
import org.parley.source.HasHistory;
import org.parley.source.RecordEntity;
import org.parley.source.SearchHit;
import org.parley.time.Period;

/** A number that a source gives. */
@Entity
public class Figure extends RecordEntity implements Attested, AnyRecord, SearchHit, HasHistory, HasHappening {

    @NonNull
    @ReadFor(value = {"measure", "label"}, inCursors = true)
    public String measure;

    @NonNull
    @ReadFor({"printed", "label"})
    public String printed;

    public Double value;

    @NonNull
    @ReadFor({"unit", "label"})
    public String unit;

    @Ignore
    public Long byKey;

    @Embedded
    @ReadFor(inCursors = true)
    public Period period;

    @Override
    protected String label() {
        return measure + ": " + printed + " " + unit;
    }
}
