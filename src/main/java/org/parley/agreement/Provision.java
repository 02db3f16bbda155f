package org.parley.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.Part;
import org.parley.store.ReadIfAsked;

/** One thing that an agreement provides. */
@Entity
@Description("One thing that an agreement provides.")
public class Provision extends Part {

    @Ignore
    @Column(name = "issue_id")
    @ReadIfAsked("issue")
    public Long issueKey;

    @NonNull
    @Description("Its place in the agreement as this record counts; the document's own numbering may differ.")
    @ReadIfAsked
    public int number;

    @NonNull
    @Description("What it provides, in our words.")
    @ReadIfAsked
    public String summary;
}
