package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Conditions on sources. */
@Input("SourceFilter")
@Description("Selects sources. All given fields must match; of a list, any value. An empty list matches nothing.")
public record SourceFilter(
        @Description("Any of these kinds.") List<SourceKind> kinds,
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text,
        @Description("When the document was published.") DateRange between,
        @Description("Any of these actors is an author, given by slug.") List<String> authors) {}
