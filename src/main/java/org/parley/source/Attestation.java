package org.parley.source;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.persistence.ReadFor;

/** One source's word for one record, for one field of it, or for a provision of an agreement or one of its steps. */
@Entity
public class Attestation extends RecordPart {

    @Ignore
    public Long recordKey;

    @Ignore
    @ReadFor({"source", "url"})
    public Long sourceKey;

    @NonNull
    @ReadFor({"locator", "url"})
    public String locator;

    public String field;

    public String value;

    public String reads;

    @NonNull
    @Enumerated(EnumType.STRING)
    public Voice voice;

    public String fragment;

    /** The value in the record's own form. */
    String normalized() {
        return reads == null ? value : reads;
    }
}
