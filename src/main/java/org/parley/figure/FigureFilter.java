package org.parley.figure;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Which figures. */
@Input("FigureFilter")
@Description("Which figures. Slugs name actors, and stand for these alone. Lists mean any of; an empty list finds nothing.")
public record FigureFilter(
        @Description("What is counted contains this text, without regard to case and accents: three letters or digits in a row at least.") String measure,
        @Description("Of one of these actors.") List<String> of,
        @Description("By one of these actors.") List<String> by,
        @Description("Reported by one of these actors.") List<String> reportedBy,
        @Description("The time that it speaks of. A figure without one is found by OVERLAPS only, in any range.") DateRange during) {

    static final FigureFilter ALL = new FigureFilter(null, null, null, null, null);
}
