package org.parley.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.Part;
import org.parley.store.ReadIfAsked;
import org.parley.time.Period;

/** An office that a person held. */
@Entity
@Description("An office that a person held, in or for a state or body.")
public class Office extends Part {

    @Ignore
    @Column(name = "holder_id")
    @ReadIfAsked("holder")
    public Long holderKey;

    @Ignore
    @Column(name = "of_id")
    @ReadIfAsked("of")
    public Long ofKey;

    @NonNull
    @Description("The title of the office.")
    @ReadIfAsked
    public String title;

    @NonNull
    @Description("Its rank.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public OfficeRank rank;

    @Ignore
    @Embedded
    public Period period;

    @NonNull
    @Name("period")
    @Description("When it was held, as far as the sources say; they seldom do.")
    public Period getHeld() {
        return period == null ? new Period() : period;
    }
}
