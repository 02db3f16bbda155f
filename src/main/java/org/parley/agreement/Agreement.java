package org.parley.agreement;

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

/** What was agreed, or put forward to be agreed. */
@Entity
@Description("What was agreed, or put forward to be agreed.")
public class Agreement extends Recorded implements Node, Record, SearchHit, Dated {

    @NonNull
    @Description("Its title.")
    @ReadIfAsked
    public String title;

    @NonNull
    @Description("What sort of agreement it is.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public AgreementKind kind;

    @NonNull
    @Description("How far it has come, as far as the sources know.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public AgreementStatus status;

    @NonNull
    @Description("When it was made, or put forward.")
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadIfAsked(inCursors = true)
    public PartialDate date;

    @Description("What it is about, in our words.")
    @ReadIfAsked
    public String summary;

    @Ignore
    @Column(name = "meeting_id")
    @ReadIfAsked("meeting")
    public Long meetingKey;

    @Override
    protected RecordType recordType() {
        return RecordType.AGREEMENT;
    }

    @Override
    @Ignore
    public PartialDate when() {
        return date;
    }
}
