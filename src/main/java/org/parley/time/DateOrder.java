package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("Sort order by date, then by slug. An inexact date is sorted by its first day.")
public enum DateOrder {
    @Description("Oldest first.")
    DATE_ASC,
    @Description("Newest first.")
    DATE_DESC
}
