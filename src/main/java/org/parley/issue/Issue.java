package org.parley.issue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Node;
import org.parley.source.Record;
import org.parley.source.RecordType;
import org.parley.source.Recorded;
import org.parley.source.SearchHit;
import org.parley.store.ReadIfAsked;

/** A matter under negotiation. */
@Entity
@Description("A matter under negotiation.")
public class Issue extends Recorded implements Node, Record, SearchHit {

    @NonNull
    @Description("Its name, in words that take no side.")
    @ReadIfAsked(inCursors = true)
    public String name;

    @Description("What it is about.")
    @ReadIfAsked
    public String description;

    @NonNull
    @Description("Names that the parties themselves use, and that are part of the dispute ('corridor', 'route').")
    @ReadIfAsked
    public List<@NonNull String> aliases;

    @Ignore
    @Column(name = "broader_id")
    @ReadIfAsked("broader")
    public Long broaderKey;

    @Override
    protected RecordType recordType() {
        return RecordType.ISSUE;
    }
}
