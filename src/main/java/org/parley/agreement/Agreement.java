package org.parley.agreement;

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

/** An agreement, or a draft or proposal for one. */
@Entity
public class Agreement extends RecordEntity implements Attested, AnyRecord, TimelineEntry, SearchHit, Dated, HasHistory, HasHappening {

    @NonNull
    @ReadFor({"title", "label"})
    public String title;

    @NonNull
    @Enumerated(EnumType.STRING)
    public AgreementKind kind;

    @NonNull
    @Enumerated(EnumType.STRING)
    public AgreementStatus status;

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadFor(inCursors = true)
    public PartialDate date;

    public String summary;

    @NonNull
    public List<@NonNull String> aliases;

    @Ignore
    public Long meetingKey;

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
