package org.parley.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.GlobalId;
import org.parley.persistence.ReadFor;

/** A record: a row in the table of its kind. Records are equal if kind and slug are equal. The class has the name of the GraphQL type. */
@MappedSuperclass
public abstract class RecordEntity extends PanacheEntityBase {

    private static final int MAX_LABEL = 100;

    /** The primary key, the same in the table `record`. */
    @Id
    @Ignore
    public Long key;

    @NonNull
    @ReadFor(always = true)
    public String slug;

    /** The revision that last wrote the row. Set by the database. */
    @Ignore
    @ReadFor("revision")
    public long since;

    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Name("id")
    @Description("Global id: opaque, stable, the same in every copy of the database.")
    public String getGlobalId() {
        return new GlobalId(getClass().getSimpleName(), slug).encode();
    }

    @NonNull
    @Description(Attested.LABEL)
    public String getLabel() {
        return label();
    }

    @NonNull
    @Description(Attested.REVISION)
    public String getRevision() {
        return Long.toString(since);
    }

    /** Returns the label. The attributes it is made of are read for the field `label`. */
    protected abstract String label();

    /** Shortens a text to at most 100 characters; cuts after a word if it has several. */
    protected static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_LABEL) {
            return text;
        }
        int end = text.offsetByCodePoints(0, MAX_LABEL - 1);
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > 0 ? space : end) + "…";
    }

    public Long historyKey() {
        return key;
    }

    public String getSlug() {
        return slug;
    }

    public String slug() {
        return slug;
    }

    /** Returns the keys of records in their order. */
    public static List<Long> keys(List<? extends RecordEntity> records) {
        return records.stream().map(record -> record.key).toList();
    }

    /** Casts to records. */
    static List<RecordEntity> of(List<?> records) {
        return records.stream().map(RecordEntity.class::cast).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordEntity recorded && getClass() == recorded.getClass() && slug.equals(recorded.slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + slug;
    }
}
