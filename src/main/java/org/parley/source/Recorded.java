package org.parley.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.GlobalId;
import org.parley.store.ReadIfAsked;

/** What every record has: a row of its own kind, and a slug that names it. Two are equal where kind and slug are. */
@MappedSuperclass
public abstract class Recorded extends PanacheEntityBase {

    /** Its row in `record`, shared by all kinds. */
    @Id
    @Ignore
    @Column(name = "id")
    public Long key;

    @NonNull
    @Description("Its plain English name in lower case with hyphens; unique among records of its type.")
    public String slug;

    /** The revision that last wrote its row; the database notes it. */
    @Ignore
    @Column(name = "since", insertable = false, updatable = false)
    @ReadIfAsked("revision")
    public long since;

    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Name("id")
    @Description("The global id: opaque, the same in every copy of the record.")
    public String getGlobalId() {
        return new GlobalId(recordType().typeName(), slug).encode();
    }

    @NonNull
    @Description("The revision that last changed it. Who amends it says which one they saw.")
    public String getRevision() {
        return Long.toString(since);
    }

    public String slug() {
        return slug;
    }

    /** The keys of those, in their order. */
    public static List<Long> keys(List<? extends Recorded> records) {
        return records.stream().map(record -> record.key).toList();
    }

    /** Its kind. */
    protected abstract RecordType recordType();

    @Override
    public boolean equals(Object other) {
        return other instanceof Recorded recorded && recordType() == recorded.recordType() && slug.equals(recorded.slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }

    @Override
    public String toString() {
        return recordType().typeName() + " " + slug;
    }
}
