package org.parley.timeline;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.record.Kind;
import org.parley.time.DateRange;

/** Filter of the timeline. */
@Input("TimelineFilter")
@Description("""
        Selects entries of the timeline. Actors are given by slug. A state or body also matches those who acted on its behalf. All given \
        fields must match; of a list, any value. An empty list matches nothing.""")
public record TimelineFilter(
        @Description(CombinableFilter.AND) List<TimelineFilter> and,
        @Description(CombinableFilter.OR) List<TimelineFilter> or,
        @Description(CombinableFilter.NOT) TimelineFilter not,
        @Description("When it happened.") DateRange between,
        @Description("Any of these actors was involved.") List<String> actors,
        @Description("Any of these issues, given by slug.") List<String> issues,
        @Description("""
                Meetings and events at any of these places, given by slug, name or alias, ignoring case and accents. Statements and agreements \
                have no place.""") List<String> places,
        @Description("Attested by any of these sources, given by slug.") List<String> sources,
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text,
        @Description("Only these kinds: any of `MEETING`, `STATEMENT`, `AGREEMENT`, `EVENT`.") List<Kind> types)
        implements
            CombinableFilter<TimelineFilter> {}
