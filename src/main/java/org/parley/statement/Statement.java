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
import org.parley.source.HasHappening;
import org.parley.source.HasHistory;
import org.parley.source.RecordEntity;
import org.parley.source.SearchHit;
import org.parley.source.TimelineEntry;
import org.parley.time.PartialDate;

/** An act of saying. */
@Entity
public class Statement extends RecordEntity implements Attested, AnyRecord, TimelineEntry, SearchHit, Dated, HasHistory, HasHappening {

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadFor(inCursors = true)
    public PartialDate date;

    @NonNull
    @Enumerated(EnumType.STRING)
    public StatementForm form;

    public String venue;

    @ReadFor({"summary", "label"})
    public String summary;

    public String quotation;

    @Ignore
    public Long meetingKey;

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
