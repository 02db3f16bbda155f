package org.parley.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Caller;
import org.parley.source.RecordType;

/** What was done to one record in one revision. Its entries, before and after, are read apart: they are long. */
@Entity
@Description("What was done to one record. A statement is one record here with its points, an actor with its offices, and so on.")
public class Change extends PanacheEntityBase {

    /** In the order in which the changes were made. */
    @Id
    @Ignore
    @Column(name = "id")
    public Long key;

    /** The revision that it belongs to. */
    @Ignore
    @Column(name = "revision")
    public long number;

    /** Its place in the revision. */
    @Ignore
    public int position;

    @NonNull
    @Description("What was done.")
    @Enumerated(EnumType.STRING)
    public ChangeAct act;

    /** The kind of record: one of RecordType, or PLACE. */
    @Ignore
    public String kind;

    @NonNull
    @Description("The record's slug.")
    public String slug;

    @NonNull
    @Description("When it was done, to the microsecond. Sent as `asOf`, it shows the record as its revision left it.")
    public Instant at;

    @NonNull
    @Description("The name of the editor at that time; `load` where the data set's files brought it. Names are neither unique nor stable: see `editorId`.")
    public String editor;

    /** The editor's identity provider; null for a load. */
    @Ignore
    public String issuer;

    /** The editor at that provider; null for a load. */
    @Ignore
    public String subject;

    @Description("Why, in the editor's words.")
    public String why;

    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Name("id")
    @Description("Names this change; the same in every copy.")
    public String getChangeId() {
        return number + "-" + position;
    }

    @Description("Identifies the editor, whatever name the account has; null for a load, and for changes older than this field.")
    public String getEditorId() {
        return Caller.id(issuer, subject);
    }

    @NonNull
    @Description("The revision of the record that it made. Several changes make one revision where they were made at once.")
    public String getRevision() {
        return Long.toString(number);
    }

    @Description("What kind of record it was done to; null for a place.")
    public RecordType getRecordType() {
        return Arrays.stream(RecordType.values()).filter(type -> type.name().equals(kind)).findFirst().orElse(null);
    }
}
