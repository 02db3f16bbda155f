package org.parley.meeting;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Which hostings. */
@Input("HostingFilter")
@Description("""
        Which hostings. Slugs name actors and tracks. A state or body also finds those who acted on its behalf. Lists mean any of; \
        an empty list finds nothing.""")
public record HostingFilter(
        @Description("When the meeting was held.") DateRange between,
        @Description("The host or mediator is one of these actors.") List<String> mediators,
        @Description("The leader is one of these actors.") List<String> leaders,
        @Description("The meeting is of one of these tracks.") List<String> tracks,
        @Description("The meeting is of one of these statuses.") List<MeetingStatus> statuses) {

    static final HostingFilter ALL = new HostingFilter(null, null, null, null, null);
}
