package org.parley.place;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.store.ReadIfAsked;

/** Where something took place. */
@Entity
@Description("Where something took place. A place is no actor: 'in Moscow' is a place, 'Moscow demands' is Russia.")
public class Place extends PanacheEntityBase {

    @Id
    @Ignore
    @Column(name = "id")
    public Long key;

    @NonNull
    @Description("Its plain English name in lower case with hyphens, for filters.")
    public String slug;

    @NonNull
    @Description("Its name.")
    @ReadIfAsked
    public String name;

    @NonNull
    @Description("Other names and spellings in the sources.")
    @ReadIfAsked
    public List<@NonNull String> aliases;

    @Ignore
    @Column(name = "country_id")
    @ReadIfAsked("country")
    public Long countryKey;

    /** The revision that last wrote its row; the database notes it. */
    @Ignore
    @Column(name = "since", insertable = false, updatable = false)
    @ReadIfAsked("revision")
    public long since;

    @NonNull
    @Description("The revision that last changed it. Who amends it says which one they saw.")
    public String getRevision() {
        return Long.toString(since);
    }
}
