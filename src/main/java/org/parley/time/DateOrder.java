package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("An order of time. A date that is not exact stands at its first day; equal days are in the order of their slugs.")
public enum DateOrder {
    @Description("Oldest first.")
    DATE_ASC,
    @Description("Newest first.")
    DATE_DESC
}
