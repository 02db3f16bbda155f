package org.parley.stats;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A group of records. `selection` is what was counted. */
@Description("""
        A group of records, and its bounds: `certain` is at most `count`, and `count` at most `possible`. The counts of the groups of a \
        dimension with one value for each record add up to `records`.""")
public record StatsGroup(
        @Ignore StatsSelection selection,
        @NonNull @Description("The value of each dimension, in the order of `by`.") List<@NonNull StatsKey> keys,
        @NonNull @Description("""
                Number of records that belong to the group by their best reading. A date that spans several periods counts for none of \
                them, but for the group whose value is null.""") int count,
        @NonNull @Description("""
                Number of these that belong to it by every reading: the date lies in the period, and neither it nor the place or \
                participant of a dimension was inferred. Alleged events are not certain. Only the dimensions are considered: a record \
                that matches the filter by an inferred value alone is certain.""") int certain,
        @NonNull @Description("Number of records that may belong to it: also those of which the date may lie in the period.") int possible) {}
