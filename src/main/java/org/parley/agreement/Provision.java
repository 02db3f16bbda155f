package org.parley.agreement;

import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.RecordPart;

/** One provision of an agreement. */
@Entity
public class Provision extends RecordPart {

    @Ignore
    public Long issueKey;

    @NonNull
    public int number;

    @NonNull
    public String summary;

    public String text;
}
