package org.parley.timeline;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.record.Kind;
import org.parley.time.DateRange;

/** Filter of the timeline. */
@Input("TimelineFilter")
@Description("""
        Selects entries of the timeline. Actors are given by slug. A state or body also matches those who acted on its behalf. All given \
        fields must match; of a list, any value. An empty list matches nothing.""")
public record TimelineFilter(
        @Description("When it happened.") DateRange between,
        @Description("Any of these actors was involved.") List<String> actors,
        @Description("Any of these issues, given by slug.") List<String> issues,
        @Description("Only these kinds: any of `MEETING`, `STATEMENT`, `AGREEMENT`, `EVENT`.") List<Kind> types) {}
