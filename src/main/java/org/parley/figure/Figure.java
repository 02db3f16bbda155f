package org.parley.figure;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Node;
import org.parley.source.Record;
import org.parley.source.RecordType;
import org.parley.source.Recorded;
import org.parley.source.SearchHit;
import org.parley.store.ReadIfAsked;
import org.parley.time.Period;

/** A number that a source gives. */
@Entity
@Description("A number that a source gives. Sources may give different numbers for one measure: each is a record.")
public class Figure extends Recorded implements Node, Record, SearchHit {

    @NonNull
    @Description("What is counted: 'share of arms imports'.")
    @ReadIfAsked(inCursors = true)
    public String measure;

    @NonNull
    @Description("As given: 94, 'about 2000', 'more than 30'.")
    @ReadIfAsked
    public String printed;

    @Description("The number itself, where there is one.")
    @ReadIfAsked
    public Double value;

    @NonNull
    @Description("What it is counted in.")
    @ReadIfAsked
    public String unit;

    @Ignore
    @Column(name = "by_id")
    @ReadIfAsked("by")
    public Long byKey;

    @Description("The time that it speaks of.")
    @Embedded
    @ReadIfAsked(inCursors = true)
    public Period period;

    @Override
    protected RecordType recordType() {
        return RecordType.FIGURE;
    }
}
