package org.parley.agreement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.parley.source.RecordPart;
import org.parley.time.PartialDate;

/** How far a provision was carried out at a date. */
@Entity
public class ImplementationStep extends RecordPart {

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    public PartialDate date;

    @NonNull
    @Enumerated(EnumType.STRING)
    public ImplementationStatus status;

    public String summary;

    @NonNull
    public PartialDate getDate() {
        return date;
    }
}
