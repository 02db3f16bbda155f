package org.parley.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.parley.graphql.Node;
import org.parley.store.ReadIfAsked;
import org.parley.time.PartialDate;

/** A document that vouches for records. */
@Entity
@Description("A document that vouches for records.")
public class Source extends Recorded implements Node, SearchHit {

    @NonNull
    @Description("Its title; where it has none, ours, as the note says.")
    @ReadIfAsked
    public String title;

    @Description("What a reader has to know of it.")
    @ReadIfAsked
    public String note;

    @Ignore
    @Column(name = "publisher_id")
    @ReadIfAsked("publisher")
    public Long publisherKey;

    @NonNull
    @Description("When it was published.")
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadIfAsked(inCursors = true)
    public PartialDate published;

    @NonNull
    @Description("What sort of document it is.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public SourceKind kind;

    @NonNull
    @Description("Its language, as an ISO 639-1 code.")
    @ReadIfAsked
    public String language;

    /** How many paragraphs its locators may count. */
    @Ignore
    public int paragraphs;

    /** How many footnotes its locators may count. */
    @Ignore
    public int footnotes;

    @Override
    protected RecordType recordType() {
        return RecordType.SOURCE;
    }
}
