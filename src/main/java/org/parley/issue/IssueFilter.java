package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which issues. */
@Input("IssueFilter")
@Description("Selects issues. All given fields must match; of a list, any value. An empty list matches nothing.")
public record IssueFilter(
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text,
        @Description("Part of any of these issues, given by slug, directly or through other issues.") List<String> broader) {}
