package org.parley.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.Part;
import org.parley.store.ReadIfAsked;

/** Who signed an agreement. */
@Entity
@Description("Who signed an agreement.")
public class Signature extends Part {

    @Ignore
    @Column(name = "actor_id")
    @ReadIfAsked("actor")
    public Long actorKey;

    @Ignore
    @Column(name = "on_behalf_of_id")
    @ReadIfAsked("onBehalfOf")
    public Long onBehalfOfKey;

    @Ignore
    @Column(name = "office_id")
    @ReadIfAsked("office")
    public Long officeKey;

    @NonNull
    @Description("True where the source names an office only and the person was worked out.")
    @ReadIfAsked
    public boolean inferred;
}
