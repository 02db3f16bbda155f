package org.parley.statement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.parley.persistence.ReadFor;
import org.parley.source.AnyRecord;
import org.parley.source.Attested;
import org.parley.source.Dated;
import org.parley.source.HasHistory;
import org.parley.source.RecordEntity;
import org.parley.source.SearchHit;
import org.parley.source.Voice;
import org.parley.time.PartialDate;

/** What an actor holds on an issue at a date. */
@Entity
public class Position extends RecordEntity implements Attested, AnyRecord, SearchHit, Dated, HasHistory {

    @Ignore
    public Long actorKey;

    @Ignore
    public Long issueKey;

    @Ignore
    @ReadFor({"statement", "history"})
    public Long statementKey;

    /** Its place among the points of its statement. */
    @Ignore
    public Integer number;

    @NonNull
    @Enumerated(EnumType.STRING)
    public Stance stance;

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadFor(inCursors = true)
    public PartialDate date;

    @ReadFor({"summary", "label"})
    public String summary;

    @NonNull
    @Enumerated(EnumType.STRING)
    public Voice voice;

    @Override
    public Long historyKey() {
        return statementKey == null ? key : statementKey;
    }

    @Override
    @NonNull
    public PartialDate getDate() {
        return date;
    }

    @Override
    protected String label() {
        return shortened(summary);
    }
}
