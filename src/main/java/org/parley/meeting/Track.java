package org.parley.meeting;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.persistence.ReadFor;
import org.parley.source.AnyRecord;
import org.parley.source.Attested;
import org.parley.source.HasHistory;
import org.parley.source.RecordEntity;
import org.parley.source.SearchHit;
import org.parley.time.Period;

/** A mediation format with its own series of meetings. */
@Entity
public class Track extends RecordEntity implements Attested, AnyRecord, SearchHit, HasHistory {

    @NonNull
    @ReadFor(value = {"name", "label"}, inCursors = true)
    public String name;

    public String description;

    @Embedded
    public Period period;

    @Override
    protected String label() {
        return name;
    }
}
