package org.parley.figure;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.time.DateRange;

/** Which figures. */
@Input("FigureFilter")
@Description("""
        Selects figures. Actors are given by slug. A state or body matches only itself. All given fields must match; of a list, any \
        value. An empty list matches nothing.""")
public record FigureFilter(
        @Description(CombinableFilter.AND) List<FigureFilter> and,
        @Description(CombinableFilter.OR) List<FigureFilter> or,
        @Description(CombinableFilter.NOT) FigureFilter not,
        @Description("The measure has all these words or their beginnings, ignoring case and accents.") String measure,
        @Description("The number is about any of these actors.") List<String> of,
        @Description("Any of these actors does, sends or supplies what is counted.") List<String> by,
        @Description("The source cites any of these actors for the number.") List<String> reportedBy,
        @Description("The time the number covers. Figures without a period match only with `OVERLAPS`, in any range.") DateRange during)
        implements
            CombinableFilter<FigureFilter> {}
