package org.parley.event;

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
import org.parley.source.Dated;
import org.parley.source.Record;
import org.parley.source.RecordType;
import org.parley.source.Recorded;
import org.parley.source.SearchHit;
import org.parley.store.ReadIfAsked;
import org.parley.time.PartialDate;

/** Something that happened and was no meeting. */
@Entity
@Description("Something that happened and was no meeting: war, closure, rally, deployment, appointment.")
public class Event extends Recorded implements Node, Record, SearchHit, Dated {

    @NonNull
    @Description("Its title, in our words.")
    @ReadIfAsked
    public String title;

    @NonNull
    @Description("What sort of event it is.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public EventKind kind;

    @NonNull
    @Description("When it happened.")
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadIfAsked(inCursors = true)
    public PartialDate date;

    @Ignore
    @Column(name = "place_id")
    @ReadIfAsked("place")
    public Long placeKey;

    @Description("What is known of it.")
    @ReadIfAsked
    public String summary;

    @NonNull
    @Description("True where the sources report it as somebody's allegation.")
    @ReadIfAsked
    public boolean alleged;

    @Override
    protected RecordType recordType() {
        return RecordType.EVENT;
    }

    @Override
    @Ignore
    public PartialDate when() {
        return date;
    }
}
