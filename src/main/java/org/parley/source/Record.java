package org.parley.source;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** What a source can vouch for. */
@Union
@Name("Record")
@Description("What a source can vouch for.")
public interface Record {
}
