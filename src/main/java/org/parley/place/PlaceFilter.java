package org.parley.place;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Conditions on places. */
@Input("PlaceFilter")
@Description("Selects places. All given fields must match; of a list, any value. An empty list matches nothing.")
public record PlaceFilter(
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text,
        @Description("In any of these countries, given by the slug of the state.") List<String> countries) {}
