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
import org.parley.source.Voice;
import org.parley.store.ReadIfAsked;
import org.parley.time.PartialDate;

/** What an actor holds on an issue at a date. */
@Entity
@Description("What an actor holds on an issue at a date, and who says so.")
public class Position extends Recorded implements Node, Record, SearchHit, Dated {

    @Ignore
    @Column(name = "actor_id")
    @ReadIfAsked("actor")
    public Long actorKey;

    @Ignore
    @Column(name = "issue_id")
    @ReadIfAsked("issue")
    public Long issueKey;

    @Ignore
    @Column(name = "statement_id")
    public Long statementKey;

    /** Its place among the points of its statement. */
    @Ignore
    public Integer number;

    @NonNull
    @Description("How it stands.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public Stance stance;

    @NonNull
    @Description("When it held so.")
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadIfAsked(inCursors = true)
    public PartialDate date;

    @Description("What it holds, in our words.")
    @ReadIfAsked
    public String summary;

    @NonNull
    @Description("Who is talking where the sources say it.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public Voice voice;

    @Override
    protected RecordType recordType() {
        return RecordType.POSITION;
    }

    @Override
    @Ignore
    public PartialDate when() {
        return date;
    }
}
