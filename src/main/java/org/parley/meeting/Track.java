package org.parley.meeting;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Node;
import org.parley.source.Record;
import org.parley.source.RecordType;
import org.parley.source.Recorded;
import org.parley.source.SearchHit;
import org.parley.store.ReadIfAsked;
import org.parley.time.Period;

/** A mediation format with its own series of meetings. */
@Entity
@Description("A mediation format: the Minsk Group, the Brussels talks, the Washington talks, the Moscow trilateral ...")
public class Track extends Recorded implements Node, Record, SearchHit {

    @NonNull
    @Description("Its name.")
    @ReadIfAsked(inCursors = true)
    public String name;

    @Description("What it is, as far as the sources say.")
    @ReadIfAsked
    public String description;

    @Description("When it was at work, as far as the sources say.")
    @Embedded
    @ReadIfAsked
    public Period period;

    @Override
    protected RecordType recordType() {
        return RecordType.TRACK;
    }
}
