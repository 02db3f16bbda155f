package org.parley.source;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** The union of the record types that sources attest. */
@Union
@Name("AnyRecord")
@Description("Any record that sources attest.")
public interface AnyRecord {
}
