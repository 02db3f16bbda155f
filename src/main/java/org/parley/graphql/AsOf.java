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

/** The argument by which every field of the root is asked as of a moment. The rooms do not know of it. */
final class AsOf {

    private static final String NAME = "asOf";
    private static final String DESCRIPTION = "As the record stood at that moment, with all below; as it stands now where left out.";

    /** Relay knows this field by its id alone, and refuses a schema in which it takes more; `nodes` tells how one stood. */
    private static final String NODE = "node";

    private AsOf() {
    }

    /** The same schema with it. */
    static GraphQLSchema offer(GraphQLSchema schema) {
        GraphQLArgument argument = GraphQLArgument.newArgument().name(NAME).description(DESCRIPTION)
                .type((GraphQLInputType) schema.getType(InputScalars.MOMENT)).build();
        List<GraphQLFieldDefinition> fields = schema.getQueryType().getFieldDefinitions().stream()
                .map(field -> field.getName().equals(NODE) ? field : field.transform(same -> same.argument(argument))).toList();
        return schema.transform(same -> same.query(schema.getQueryType().transform(query -> query.replaceFields(fields))));
    }

    /** What is selected of the root, parted by the moment as of which it is asked; first what is asked without one, under null. */
    static Map<Instant, Selection> parts(Selection root) {
        Map<Instant, List<SelectedField>> fields = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        root.fields().forEach(field -> fields.computeIfAbsent(moment(field), none -> new ArrayList<>()).add(field));
        Map<Instant, Selection> parts = new LinkedHashMap<>();
        fields.forEach((moment, asked) -> parts.put(moment, fields.size() == 1 ? root : Selection.of(root.type(), asked)));
        return parts;
    }

    private static Instant moment(SelectedField field) {
        return (Instant) field.arguments().get(NAME);
    }
}
