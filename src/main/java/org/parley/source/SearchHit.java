package org.parley.source;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** What a search can find. */
@Union
@Name("SearchHit")
@Description("What a search can find: any record, and the sources.")
public interface SearchHit {
}
