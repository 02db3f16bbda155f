package org.parley.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Ignore;

/** A row that is part of a record. It has no name of its own, only a key that the database gives it. */
@MappedSuperclass
public abstract class RecordPart extends PanacheEntityBase {

    @Id
    @Ignore
    public Long key;
}
