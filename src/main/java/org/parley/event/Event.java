package org.parley.event;

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

/** Something that happened and was no meeting. */
@Entity
public class Event extends RecordEntity implements Attested, AnyRecord, TimelineEntry, SearchHit, Dated, HasHistory, HasHappening {

    @NonNull
    @ReadFor({"title", "label"})
    public String title;

    @NonNull
    @Enumerated(EnumType.STRING)
    public EventKind kind;

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadFor(inCursors = true)
    public PartialDate date;

    @Ignore
    public Long placeKey;

    public String summary;

    @NonNull
    public boolean alleged;

    @Override
    @NonNull
    public PartialDate getDate() {
        return date;
    }

    @Override
    protected String label() {
        return title;
    }
}
