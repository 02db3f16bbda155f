package org.parley.meeting;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.time.DateRange;

/** Conditions on hostings. */
@Input("HostingFilter")
@Description("""
        Selects hostings. Actors are given by slug. A state or body also matches those who acted on its behalf. All given fields must \
        match; of a list, any value. An empty list matches nothing.""")
public record HostingFilter(
        @Description(CombinableFilter.AND) List<HostingFilter> and,
        @Description(CombinableFilter.OR) List<HostingFilter> or,
        @Description(CombinableFilter.NOT) HostingFilter not,
        @Description("When the meeting was held.") DateRange between,
        @Description("The host or mediator is any of these actors.") List<String> mediators,
        @Description("The leader is any of these actors.") List<String> leaders,
        @Description("The meeting is on any of these tracks, given by slug.") List<String> tracks,
        @Description("The meeting is at any of these places, given by slug, name or alias, ignoring case and accents.") List<String> places,
        @Description("The meeting is on any of these issues, given by slug.") List<String> issues,
        @Description("The meeting has any of these statuses.") List<MeetingStatus> statuses) implements CombinableFilter<HostingFilter> {}
