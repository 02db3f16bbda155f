package org.parley.actor;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.persistence.ReadFor;
import org.parley.source.AnyRecord;
import org.parley.source.Attested;
import org.parley.source.HasHistory;
import org.parley.source.RecordEntity;
import org.parley.source.SearchHit;

/** A state, person, ministry, body, contingent, outlet or other actor. */
@Entity
public class Actor extends RecordEntity implements Attested, AnyRecord, SearchHit, HasHistory {

    @NonNull
    @ReadFor({"name", "label"})
    public String name;

    @NonNull
    @Enumerated(EnumType.STRING)
    public ActorKind kind;

    public String description;

    @NonNull
    public List<@NonNull String> aliases;

    public String countryCode;

    @NonNull
    public List<@NonNull String> websites;

    @NonNull
    public List<@NonNull String> images;

    @Ignore
    public Long partOfKey;

    /** Its name as it is sorted. */
    @Ignore
    @ReadFor(inCursors = true)
    public String nameSort;

    @Override
    protected String label() {
        return name;
    }
}
