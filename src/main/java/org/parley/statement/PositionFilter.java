package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.source.Voice;
import org.parley.time.DateRange;

/** Which positions. */
@Input("PositionFilter")
@Description("""
        Selects positions. Actors are given by slug. A state or body also matches those who acted on its behalf. All given fields must \
        match; of a list, any value. An empty list matches nothing.""")
public record PositionFilter(
        @Description(CombinableFilter.AND) List<PositionFilter> and,
        @Description(CombinableFilter.OR) List<PositionFilter> or,
        @Description(CombinableFilter.NOT) PositionFilter not,
        @Description("When the position was held.") DateRange between,
        @Description("Held by any of these actors.") List<String> actors,
        @Description("On any of these issues, given by slug.") List<String> issues,
        @Description("Any of these stances.") List<Stance> stances,
        @Description("Who speaks in the source, any of these: its author, an actor it quotes, hearsay.") List<Voice> voices,
        @Description("Attested by any of these sources, given by slug.") List<String> sources,
        @Description("True: only positions with an inferred date. False: only the others.") Boolean inferred,
        @Description("""
                True: only positions of a stance that their actor did not hold on that issue on the last day before, among those it did: \
                `previous` has another stance. False: only the others.""") Boolean changesStance)
        implements
            CombinableFilter<PositionFilter> {}
