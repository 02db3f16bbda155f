package org.parley.graphql;

import static java.util.Map.entry;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weights of fields whose cost the query does not show, by `Type.field`; `*` is any connection. The unit is a row: the cost of reading one
 * record by its key and writing it.
 */
final class FieldWeights {

    /** Number of items of a list without a page size in a large data set. Other lists count as `parley.limits.list-size`. */
    private static final Map<String, Integer> ITEMS = Map.ofEntries(entry("Actor.parts", 50), entry("Actor.officeHolders", 30),
            entry("Statement.thread", 30), entry("Dataset.counts", 12), entry("Figure.attestations", 3), entry("Track.attestations", 3),
            entry("Issue.attestations", 3), entry("Source.editions", 5), entry("Provision.steps", 5),
            entry("ImplementationStep.attestations", 3), entry("StatsGroup.keys", 3));

    /**
     * Work of PostgreSQL for each parent before it returns the first row. Work that grows with the data is limited by
     * `parley.limits.database-time` instead, because the size of the data is unknown here.
     */
    private static final Map<String, Integer> WORK = Map.ofEntries(entry("*.totalCount", 100), entry("HostingConnection.totalCount", 2_000),
            entry("MediationCellConnection.totalCount", 2_000), entry("EncounterConnection.totalCount", 200), entry("Query.search", 3_000),
            entry("Query._service", 2_000), entry("SearchConnection.suggestion", 1_000), entry("Query.mediationMatrix", 2_000),
            entry("MediationCell.held", 100), entry("Query.encounters", 3_000), entry("Encounter.held", 20),
            entry("Actor.counterparts", 200), entry("Issue.standings", 50), entry("Query.meetingStats", 2_000),
            entry("Query.statementStats", 2_000), entry("Query.agreementStats", 2_000), entry("Query.eventStats", 2_000),
            entry("Query.positionStats", 2_000), entry("StatsConnection.records", 200), entry("StatsGroup.records", 100),
            entry("Position.previous", 2), entry("Position.daysSincePrevious", 2), entry("Meeting.previous", 5),
            entry("Meeting.daysSincePrevious", 5), entry("Meeting.statementsAfter", 10));

    /** Both fields run the same count. */
    private static final Map<String, String> WEIGHED_AS = Map.of("totalCountIsExact", "totalCount");

    private final GraphQLSchema schema;
    private final int listSize;

    FieldWeights(GraphQLSchema schema, int listSize) {
        this.schema = schema;
        this.listSize = listSize;
    }

    /** Returns the number of items of a list without a page size. */
    int items(GraphQLCompositeType parent, String field) {
        return types(parent).mapToInt(type -> ITEMS.getOrDefault(type + "." + field, listSize)).max().orElse(listSize);
    }

    /** Returns the cost of a field beyond the rows that it returns. */
    int work(GraphQLCompositeType parent, String name) {
        String field = WEIGHED_AS.getOrDefault(name, name);
        int anyConnection = ListSizes.isConnection(parent) ? WORK.getOrDefault("*." + field, 0) : 0;
        return types(parent).mapToInt(type -> WORK.getOrDefault(type + "." + field, anyConnection)).max().orElse(anyConnection);
    }

    /** Returns the fields with a weight of their own. */
    static Set<String> fields() {
        return Stream.concat(ITEMS.keySet().stream(), WORK.keySet().stream()).collect(Collectors.toSet());
    }

    private Stream<String> types(GraphQLCompositeType parent) {
        return FieldRegistry.possible(schema, parent).stream().map(GraphQLCompositeType::getName);
    }
}
