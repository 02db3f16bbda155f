package org.parley.meeting;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.time.DateRange;

/** Conditions on meetings. */
@Input("MeetingFilter")
@Description("""
        Selects meetings. Actors are given by slug. A state or body also matches those who acted on its behalf. All given fields must \
        match; of a list, any value. An empty list matches nothing.""")
public record MeetingFilter(
        @Description(CombinableFilter.AND) List<MeetingFilter> and,
        @Description(CombinableFilter.OR) List<MeetingFilter> or,
        @Description(CombinableFilter.NOT) MeetingFilter not,
        @Description("When the meeting was held, or was to be.") DateRange between,
        @Description("Any of these actors hosted.") List<String> hosts,
        @Description("Any of these actors mediated.") List<String> mediators,
        @Description("Any of these actors had a role, whichever it was.") List<String> participants,
        @Description("""
                All of these actors took part, themselves or through someone acting for them. Being invited to a held meeting, or convening \
                it, is not taking part; before it is held, every role counts.""") List<String> together,
        @Description("Any of these tracks, given by slug.") List<String> tracks,
        @Description("Any of these kinds.") List<MeetingKind> kinds,
        @Description("Any of these levels.") List<MeetingLevel> levels,
        @Description("Any of these ways to communicate.") List<Medium> media,
        @Description("Any of these statuses. `HELD` excludes meetings that were only announced, proposed or declined.") List<MeetingStatus> statuses,
        @Description("Any of these places, given by slug, name or alias, ignoring case and accents.") List<String> places,
        @Description("At a place in any of these countries, given by the slug of the state.") List<String> countries,
        @Description("True: only meetings with a known place. False: only meetings without.") Boolean hasPlace,
        @Description("True: only meetings that somebody hosted. False: only meetings without a host.") Boolean hasHost,
        @Description("True: only meetings that somebody mediated. False: only meetings without a mediator.") Boolean hasMediator,
        @Description("True: only meetings of which the date, the places or a participant was inferred. False: only the others.") Boolean inferred,
        @Description("Public, confidential, or either if the sources do not say.") List<Publicity> publicities,
        @Description("Any of these issues, given by slug.") List<String> issues,
        @Description("Attested by any of these sources, given by slug.") List<String> sources,
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text)
        implements
            CombinableFilter<MeetingFilter> {}
