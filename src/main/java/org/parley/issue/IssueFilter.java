package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which issues. */
@Input("IssueFilter")
@Description("Selects issues. All given fields must match; of a list, any value. An empty list matches nothing.")
public record IssueFilter(
        @Description("The name or an alias contains this text, ignoring case and accents. At least three letters or digits in a row.") String text,
        @Description("Part of any of these issues, given by slug, directly or through other issues.") List<String> broader) {}
