package org.parley.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
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

/** A meeting, call or visit: held, planned, proposed or refused. */
@Entity
@Description("A meeting, call or visit: held, planned, proposed or refused.")
public class Meeting extends Recorded implements Node, Record, SearchHit, Dated {

    @NonNull
    @Description("Its title, in our words.")
    @ReadIfAsked
    public String title;

    @NonNull
    @Description("What sort of meeting it is.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public MeetingKind kind;

    @NonNull
    @Description("The level at which it is held.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public MeetingLevel level;

    @NonNull
    @Description("How those who meet are in touch.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public Medium medium;

    @NonNull
    @Description("On what occasion it is held.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public MeetingSetting setting;

    @NonNull
    @Description("What the sources know of its coming about.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public MeetingStatus status;

    @NonNull
    @Description("When it was held, or is to be.")
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadIfAsked(value = {"date", "first", "last"}, inCursors = true)
    public PartialDate date;

    @Ignore
    @Column(name = "place_id")
    @ReadIfAsked("place")
    public Long placeKey;

    @NonNull
    @Description("True where the sources do not say the place and it was worked out from them.")
    @Column(name = "place_inferred")
    @ReadIfAsked
    public boolean placeInferred;

    @Ignore
    @Column(name = "track_id")
    @ReadIfAsked("track")
    public Long trackKey;

    @Ignore
    @Column(name = "part_of_id")
    @ReadIfAsked("partOf")
    public Long partOfKey;

    @Description("Its number in its series where the sources count: 6 for 'the sixth time'.")
    @ReadIfAsked
    public Integer ordinal;

    @Description("What is known of it.")
    @ReadIfAsked
    public String summary;

    @NonNull
    @Description("What came of it, one sentence each.")
    @ReadIfAsked
    public List<@NonNull String> outcomes;

    @Override
    protected RecordType recordType() {
        return RecordType.MEETING;
    }

    @Override
    @Ignore
    public PartialDate when() {
        return date;
    }
}
