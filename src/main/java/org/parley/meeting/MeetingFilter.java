package org.parley.meeting;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Which meetings. */
@Input("MeetingFilter")
@Description("""
        Which meetings. Slugs name actors, tracks and issues. A state or body also finds those who acted on its behalf. Lists mean any of; \
        an empty list finds nothing.""")
public record MeetingFilter(
        @Description("When it was held, or is to be.") DateRange between,
        @Description("Hosted by one of these actors.") List<String> hosts,
        @Description("Mediated by one of these actors.") List<String> mediators,
        @Description("One of these actors had any role.") List<String> participants,
        @Description("All of these took part, in whatever roles.") List<String> together,
        @Description("Of one of these tracks.") List<String> tracks,
        @Description("Of these kinds.") List<MeetingKind> kinds,
        @Description("At these levels.") List<MeetingLevel> levels,
        @Description("In touch in these ways.") List<Medium> media,
        @Description("Of these statuses: HELD leaves out what was only planned, proposed or refused.") List<MeetingStatus> statuses,
        @Description("At one of these places: slugs, names or other names, without regard to case and accents.") List<String> places,
        @Description("On one of these issues.") List<String> issues,
        @Description("Told by one of these sources.") List<String> sources,
        @Description("Its title, summary or outcomes contain this text, without regard to case and accents: three letters or digits in a row at least.") String text) {

    static final MeetingFilter ALL = new MeetingFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
