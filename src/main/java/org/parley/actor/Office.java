package org.parley.actor;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.RecordPart;
import org.parley.time.Period;

/** An office that a person held. */
@Entity
public class Office extends RecordPart {

    @Ignore
    public Long holderKey;

    @Ignore
    public Long ofKey;

    @NonNull
    public String title;

    @NonNull
    @Enumerated(EnumType.STRING)
    public OfficeRank rank;

    @Ignore
    @Embedded
    public Period period;

    @NonNull
    @Name("period")
    @Description("When the office was held, as far as the sources say. An unknown end is null.")
    public Period getHeld() {
        return period == null ? new Period() : period;
    }
}
