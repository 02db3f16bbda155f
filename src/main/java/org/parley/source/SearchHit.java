package org.parley.source;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** What a search can find. */
@Union
@Name("SearchHit")
@Description("Anything a search can find: records and sources.")
public interface SearchHit {
}
