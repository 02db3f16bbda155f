package org.parley.source;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** The union of the record types that the timeline lists. */
@Union
@Name("TimelineEntry")
@Description("What the timeline lists: meetings, statements, agreements and events.")
public interface TimelineEntry {
}
