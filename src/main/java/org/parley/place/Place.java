package org.parley.place;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.persistence.ReadFor;
import org.parley.source.AnyRecord;
import org.parley.source.Attested;
import org.parley.source.HasHistory;
import org.parley.source.RecordEntity;
import org.parley.source.SearchHit;

/** A location of meetings and events. */
@Entity
public class Place extends RecordEntity implements Attested, AnyRecord, SearchHit, HasHistory {

    @NonNull
    @ReadFor(value = {"name", "label"}, inCursors = true)
    public String name;

    @NonNull
    public List<@NonNull String> aliases;

    @Ignore
    public Long countryKey;

    @Embedded
    public Coordinates coordinates;

    @Override
    protected String label() {
        return name;
    }
}
