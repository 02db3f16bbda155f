package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.source.Voice;
import org.parley.time.DateRange;

/** Which positions. */
@Input("PositionFilter")
@Description("""
        Which positions. Slugs name actors and issues. A state or body also finds those who acted on its behalf. Lists mean any of; \
        an empty list finds nothing.""")
public record PositionFilter(
        @Description("When it was held.") DateRange between,
        @Description("Held by one of these actors.") List<String> actors,
        @Description("On one of these issues.") List<String> issues,
        @Description("Of one of these stances.") List<Stance> stances,
        @Description("Told in one of these voices.") List<Voice> voices) {

    static final PositionFilter ALL = new PositionFilter(null, null, null, null, null);
}
