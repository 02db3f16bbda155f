package org.parley.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.graphql.Selection.SelectedField;

/** The argument `asOf` of the fields of the query type. Resolvers do not see it. */
final class AsOfArgument {

    /** Context key of the moment of root fields without the argument. */
    static final String DEFAULT = "parley.asOf";

    private static final String NAME = "asOf";
    private static final String DESCRIPTION = "Reads the record, for this field and all fields below it, as it was at this moment. Default: its current state.";

    /** Without the argument: the Relay specification allows `node` no argument but `id`. `nodes` has it. */
    private static final String NODE = "node";

    private AsOfArgument() {
    }

    /** Adds the argument to a schema. */
    static GraphQLSchema addTo(GraphQLSchema schema) {
        GraphQLArgument argument = GraphQLArgument.newArgument().name(NAME).description(DESCRIPTION)
                .type((GraphQLInputType) schema.getType(InputScalars.DATE_TIME)).build();
        List<GraphQLFieldDefinition> fields = schema.getQueryType().getFieldDefinitions().stream()
                .map(field -> field.getName().equals(NODE) ? field : field.transform(same -> same.argument(argument))).toList();
        return schema.transform(same -> same.query(schema.getQueryType().transform(query -> query.replaceFields(fields))));
    }

    /**
     * Groups the selected root fields by the moment as of which they are read. The current state comes first, under the key null.
     *
     * @param other the moment of fields without the argument; null for the current state
     */
    static Map<Instant, Selection> byMoment(Selection root, Instant other) {
        Map<Instant, List<SelectedField>> fields = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        root.fields().forEach(field -> fields.computeIfAbsent(moment(field, other), none -> new ArrayList<>()).add(field));
        Map<Instant, Selection> selections = new LinkedHashMap<>();
        fields.forEach((moment, ofMoment) -> selections.put(moment, fields.size() == 1 ? root : Selection.of(root.type(), ofMoment)));
        return selections;
    }

    private static Instant moment(SelectedField field, Instant other) {
        Instant moment = (Instant) field.arguments().get(NAME);
        return moment == null ? other : moment;
    }
}
