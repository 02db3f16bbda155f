package org.parley.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.store.ReadIfAsked;

/** One source's word for one record, for one field of it, or for one provision of an agreement. */
@Entity
@Description("One source's word for one record, or for one field of it.")
public class Attestation extends Part {

    @Ignore
    @Column(name = "record_id")
    public Long recordKey;

    @Ignore
    @Column(name = "source_id")
    public Long sourceKey;

    @NonNull
    @Description("Where in the source: 'paragraph 4', 'footnote 25'.")
    public String locator;

    @Description("The field it speaks of (as named in this schema), or null for the record as a whole.")
    public String field;

    @Description("The value that this source gives for the field, as printed.")
    public String value;

    @Description("The printed value in the record's own form: 2020-11-09 for 'November 9'. Null where the printed form is the record's.")
    public String reads;

    @NonNull
    @Description("Who is talking where the source says it.")
    @Enumerated(EnumType.STRING)
    public Voice voice;

    @Description("A few words quoted from the source, where the wording itself matters.")
    @ReadIfAsked
    public String fragment;

    /** The value in the record's own form. */
    String normalized() {
        return reads == null ? value : reads;
    }
}
