package org.parley.event;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Which events. */
@Input("EventFilter")
@Description("""
        Which events. Slugs name actors. A state or body also finds what belongs to it. Lists mean any of; an empty list finds nothing.""")
public record EventFilter(
        @Description("When it happened.") DateRange between,
        @Description("Of these kinds.") List<EventKind> kinds,
        @Description("One of these actors had a part in it.") List<String> actors,
        @Description("At one of these places: slugs, names or other names, without regard to case and accents.") List<String> places,
        @Description("Its title or summary contains this text, without regard to case and accents: three letters or digits in a row at least.") String text) {

    static final EventFilter ALL = new EventFilter(null, null, null, null, null);
}
