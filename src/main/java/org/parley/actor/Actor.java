package org.parley.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** Who acts, is spoken to or is spoken of: a state, person, ministry, body, contingent, outlet. */
@Entity
@Description("Who acts, is spoken to or is spoken of: a state, person, ministry, body, contingent, outlet.")
public class Actor extends Recorded implements Node, Record, SearchHit {

    @NonNull
    @Description("Its name, as the sources most often print it.")
    @ReadIfAsked
    public String name;

    @NonNull
    @Description("What sort of actor it is.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public ActorKind kind;

    @Description("Who or what it is, as far as the sources say.")
    @ReadIfAsked
    public String description;

    @NonNull
    @Description("Other names, spellings and metonyms under which the sources speak of it.")
    @ReadIfAsked
    public List<@NonNull String> aliases;

    @Description("ISO 3166-1 alpha-2 code of a state.")
    @Column(name = "country_code")
    @ReadIfAsked
    public String countryCode;

    @Ignore
    @Column(name = "part_of_id")
    @ReadIfAsked("partOf")
    public Long partOfKey;

    /** Its name as it is sorted. */
    @Ignore
    @Column(name = "name_sort", insertable = false, updatable = false)
    @ReadIfAsked(inCursors = true)
    public String nameSort;

    @Override
    protected RecordType recordType() {
        return RecordType.ACTOR;
    }
}
