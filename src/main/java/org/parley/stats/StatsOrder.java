package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;

/** The order of groups. */
@Description("The order of groups.")
public enum StatsOrder {
    @Description("Greatest `count` first; groups of the same count by their values.")
    COUNT_DESC,
    @Description("By the values of the first dimension, then the second and third; a missing value last.")
    KEY_ASC,
    @Description("The reverse of `KEY_ASC`.")
    KEY_DESC
}
