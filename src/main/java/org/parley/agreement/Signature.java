package org.parley.agreement;

import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.RecordPart;

/** One signature of an agreement. */
@Entity
public class Signature extends RecordPart {

    @Ignore
    public Long actorKey;

    @Ignore
    public Long onBehalfOfKey;

    @Ignore
    public Long officeKey;

    @NonNull
    public boolean inferred;
}
