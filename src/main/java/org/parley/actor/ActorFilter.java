package org.parley.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;

/** Which actors. */
@Input("ActorFilter")
@Description("Selects actors. All given fields must match; of a list, any value. An empty list matches nothing.")
public record ActorFilter(
        @Description(CombinableFilter.AND) List<ActorFilter> and,
        @Description(CombinableFilter.OR) List<ActorFilter> or,
        @Description(CombinableFilter.NOT) ActorFilter not,
        @Description("Any of these kinds.") List<ActorKind> kinds,
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text,
        @Description("Actors that had any of these roles in a meeting or an agreement, themselves or through someone acting for them.") List<ParticipationRole> roles,
        @Description("Actors that held an office of any of these ranks.") List<OfficeRank> ranks,
        @Description("Slugs of states or bodies: actors that belong to any of them, at any depth.") List<String> partOf,
        @Description("""
                Slugs of states: the states themselves, the actors that belong to any of them at any depth, and the persons who hold or held \
                an office of any of these.""") List<String> countries)
        implements
            CombinableFilter<ActorFilter> {}
