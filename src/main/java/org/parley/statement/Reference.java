package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A record that a statement bears on. */
@Description("A record that a statement bears on.")
public class Reference {

    @NonNull
    @Description("How the statement bears on it.")
    public final ReferenceRelation relation;

    @Ignore
    public final long recordKey;

    Reference(ReferenceRelation relation, long recordKey) {
        this.relation = relation;
        this.recordKey = recordKey;
    }
}
