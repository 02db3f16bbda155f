package org.parley.timeline;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.source.RecordType;
import org.parley.time.DateRange;

/** What of the timeline. */
@Input("TimelineFilter")
@Description("""
        What of the timeline. Slugs name actors and issues. A state or body also finds those who acted on its behalf. Lists mean any of; \
        an empty list finds nothing.""")
public record TimelineFilter(
        @Description("When it was.") DateRange between,
        @Description("In which one of these actors had a part.") List<String> actors,
        @Description("On one of these issues.") List<String> issues,
        @Description("Of these kinds: MEETING, STATEMENT, AGREEMENT, EVENT.") List<RecordType> types) {

    static final TimelineFilter ALL = new TimelineFilter(null, null, null, null);
}
