package org.parley.statement;

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

/** An act of saying. */
@Entity
@Description("An act of saying: a statement, letter, remark, offer, charge, article ...")
public class Statement extends Recorded implements Node, Record, SearchHit, Dated {

    @NonNull
    @Description("When it was said or published.")
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadIfAsked(inCursors = true)
    public PartialDate date;

    @NonNull
    @Description("In what form it was said.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public StatementForm form;

    @Description("Where it was published or said.")
    @ReadIfAsked
    public String venue;

    @Description("What was said, in our words.")
    @ReadIfAsked
    public String summary;

    @Description("A few words of it, where the wording itself matters.")
    @ReadIfAsked
    public String quotation;

    @Ignore
    @Column(name = "meeting_id")
    @ReadIfAsked("meeting")
    public Long meetingKey;

    @Override
    protected RecordType recordType() {
        return RecordType.STATEMENT;
    }

    @Override
    @Ignore
    public PartialDate when() {
        return date;
    }
}
