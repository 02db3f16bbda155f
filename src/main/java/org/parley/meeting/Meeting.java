package org.parley.meeting;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
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

/** A meeting, call or visit. */
@Entity
public class Meeting extends RecordEntity implements Attested, AnyRecord, TimelineEntry, SearchHit, Dated, HasHistory, HasHappening {

    @NonNull
    @ReadFor({"title", "label"})
    public String title;

    @NonNull
    @Enumerated(EnumType.STRING)
    public MeetingKind kind;

    @NonNull
    @Enumerated(EnumType.STRING)
    public MeetingLevel level;

    @NonNull
    @Enumerated(EnumType.STRING)
    public Medium medium;

    @NonNull
    @Enumerated(EnumType.STRING)
    public MeetingSetting setting;

    @NonNull
    @Enumerated(EnumType.STRING)
    public MeetingStatus status;

    @NonNull
    @Enumerated(EnumType.STRING)
    public Publicity publicity;

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadFor(inCursors = true)
    public PartialDate date;

    @NonNull
    public boolean placeInferred;

    @Ignore
    public Long trackKey;

    @Ignore
    public Long partOfKey;

    public Integer ordinal;

    @Embedded
    @EmbeddedColumnNaming("attendance_%s")
    public Attendance attendance;

    public String summary;

    @NonNull
    public List<@NonNull String> outcomes;

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
