package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Node;

/** The interface of the record types that sources attest. Resolvers add fields to the interface and to every type that implements it. */
@Interface
@Name("Attested")
@Description("What every record has that sources attest.")
public interface Attested extends Node {

    String LABEL = "What to show for it in a list: its name, title or measure, or the beginning of its summary.";
    String REVISION = "The revision that last changed the record. Send it with an amendment or a retraction.";

    @NonNull
    String getSlug();

    @NonNull
    @Description(LABEL)
    String getLabel();

    @NonNull
    @Description(REVISION)
    String getRevision();
}
