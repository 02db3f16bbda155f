package org.parley.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Caller;
import org.parley.persistence.ReadFor;
import org.parley.record.Kind;

/** A change of one record in one revision. Its entries before and after are not attributes, because they are large. */
@Entity
@ReadFor(always = true)
@Description("What one revision did to one record. A statement includes its points, an actor its offices.")
public class Change extends PanacheEntityBase {

    /** Primary key, in the order of the changes. */
    @Id
    @Ignore
    public Long key;

    /** The revision. */
    @Ignore
    @Column(name = "revision")
    public long number;

    /** Its position in the revision, from 0. */
    @Ignore
    public int position;

    @NonNull
    @Description("What the change did to the record.")
    @Enumerated(EnumType.STRING)
    public ChangeAct act;

    @NonNull
    @Name("recordType")
    @Description("Kind of the changed record.")
    @Enumerated(EnumType.STRING)
    public Kind kind;

    @NonNull
    @Description("Slug of the changed record.")
    public String slug;

    @NonNull
    @Description("When the change was made, to the microsecond. As `asOf`, it shows the record as this revision left it.")
    public Instant at;

    @NonNull
    @Description("""
            Display name of the editor at that time; `load` for the files of the data set. Neither unique nor stable: see `editorId`.""")
    public String editor;

    /** The identity provider of the editor; null for a load. */
    @Ignore
    public String issuer;

    /** The identifier of the editor at that provider; null for a load. */
    @Ignore
    public String subject;

    @Description("The editor's reason, one sentence; null if none was given.")
    public String why;

    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Name("id")
    @Description("Identifies the change: the same in every copy of the database.")
    public String getChangeId() {
        return number + "-" + position;
    }

    @Description("Stable identifier of the editor; null for a load, and for changes recorded without one.")
    public String getEditorId() {
        return Caller.id(issuer, subject);
    }

    @NonNull
    @Description("The revision that the change belongs to. Changes made together share one revision.")
    public String getRevision() {
        return Long.toString(number);
    }
}
