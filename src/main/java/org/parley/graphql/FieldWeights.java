package org.parley.graphql;

import static java.util.Map.entry;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The weights of fields that the shape of a query does not show. A field is written `Type.field`; `*` stands for every connection. The unit
 * is the row: what it costs to read one record by its key and to write it.
 */
final class FieldWeights {

    /**
     * How many items a list without a page size has in a large data set. Other lists without one have as many as `parley.limits.list-size`.
     */
    private static final Map<String, Integer> ITEMS = Map.ofEntries(entry("Actor.parts", 50), entry("Actor.officeHolders", 30),
            entry("Statement.thread", 30), entry("Dataset.counts", 12), entry("Figure.attestations", 3), entry("Track.attestations", 3),
            entry("Issue.attestations", 3));

    /** How much work PostgreSQL has with a field for each of its parents, before it returns the first row. */
    private static final Map<String, Integer> WORK = Map.ofEntries(entry("*.totalCount", 100), entry("HostingConnection.totalCount", 2_000),
            entry("MediationCellConnection.totalCount", 2_000), entry("EncounterConnection.totalCount", 200), entry("Query.search", 2_000),
            entry("Query.mediationMatrix", 2_000), entry("Query.discrepancies", 2_000), entry("Actor.counterparts", 200),
            entry("Issue.standings", 50));

    /** Either of the two runs the count. */
    private static final Map<String, String> WEIGHED_AS = Map.of("totalCountIsExact", "totalCount");

    private final GraphQLSchema schema;
    private final int listSize;

    FieldWeights(GraphQLSchema schema, int listSize) {
        this.schema = schema;
        this.listSize = listSize;
    }

    /** Items of a list without a page size. */
    int items(GraphQLCompositeType parent, String field) {
        return types(parent).mapToInt(type -> ITEMS.getOrDefault(type + "." + field, listSize)).max().orElse(listSize);
    }

    /** What the field costs beyond the rows that it returns. */
    int work(GraphQLCompositeType parent, String name) {
        String field = WEIGHED_AS.getOrDefault(name, name);
        int ofAny = ListSizes.isConnection(parent) ? WORK.getOrDefault("*." + field, 0) : 0;
        return types(parent).mapToInt(type -> WORK.getOrDefault(type + "." + field, ofAny)).max().orElse(ofAny);
    }

    /** The fields that have a weight of their own. */
    static Set<String> fields() {
        return Stream.concat(ITEMS.keySet().stream(), WORK.keySet().stream()).collect(Collectors.toSet());
    }

    /** The object types that can stand there. */
    private Stream<String> types(GraphQLCompositeType parent) {
        return parent instanceof GraphQLInterfaceType any ? schema.getImplementations(any).stream().map(GraphQLCompositeType::getName)
                : Stream.of(parent.getName());
    }
}
