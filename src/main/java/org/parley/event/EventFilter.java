package org.parley.event;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.time.DateRange;

/** Which events. */
@Input("EventFilter")
@Description("""
        Selects events. Actors are given by slug. A state or body also matches what belongs to it. All given fields must match; of a \
        list, any value. An empty list matches nothing.""")
public record EventFilter(
        @Description(CombinableFilter.AND) List<EventFilter> and,
        @Description(CombinableFilter.OR) List<EventFilter> or,
        @Description(CombinableFilter.NOT) EventFilter not,
        @Description("When the event happened.") DateRange between,
        @Description("Any of these kinds.") List<EventKind> kinds,
        @Description("Any of these actors was involved.") List<String> actors,
        @Description("Any of these places, given by slug, name or alias, ignoring case and accents.") List<String> places,
        @Description("At a place in any of these countries, given by the slug of the state.") List<String> countries,
        @Description("About any of these issues, given by slug.") List<String> issues,
        @Description("True: only events that the sources report as an allegation. False: only the others.") Boolean alleged,
        @Description("True: only events with an inferred date. False: only the others.") Boolean inferred,
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text)
        implements
            CombinableFilter<EventFilter> {}
