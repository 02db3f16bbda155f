package org.parley.meeting;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.graphql.NonNull;

/** How many people took part in a meeting: the words of the source, and the bounds that they imply. */
@Embeddable
public class Attendance {

    @NonNull
    public String printed;

    public Integer lowest;

    public Integer highest;

    @Override
    public String toString() {
        return printed;
    }
}
