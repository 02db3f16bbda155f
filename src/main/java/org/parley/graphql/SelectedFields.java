package org.parley.graphql;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLObjectType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.graphql.Selection.SelectedField;
import org.parley.persistence.RequestedFields;

/**
 * Collects the selected fields, by type, of the objects that one resolver call returns, and of objects in their properties, such as the
 * items of a page. Fields with resolvers of their own are collected for their own calls.
 */
final class SelectedFields {

    private static final Set<String> CURSORS = Set.of("cursor", "startCursor", "endCursor");

    private final FieldRegistry registry;
    private final SelectionCollector selections;
    private final Map<String, Set<String>> byType = new HashMap<>();
    /** Types of which a resolver below reads whole records. */
    private final Set<String> wholeTypes = new HashSet<>();
    private boolean cursors;

    private SelectedFields(FieldRegistry registry, SelectionCollector selections) {
        this.registry = registry;
        this.selections = selections;
    }

    static RequestedFields of(ResolverCall call, FieldRegistry registry, SelectionCollector selections) {
        if (call.resolver().readsWholeRecords()) {
            return RequestedFields.ALL;
        }
        SelectedFields selected = new SelectedFields(registry, selections);
        for (SelectedField field : call.fields()) {
            // Types without selected fields are listed as well: all attributes of unlisted types are read.
            registry.containedTypes(field.schemaField()).forEach(type -> selected.byType.putIfAbsent(type, new HashSet<>()));
            selected.addBelow(field);
        }
        selected.byType.keySet().removeAll(selected.wholeTypes);
        return new RequestedFields(selected.byType, selected.cursors);
    }

    private void addBelow(SelectedField field) {
        GraphQLCompositeType output = field.schemaField().shape().composite();
        if (output != null) {
            for (GraphQLObjectType type : registry.possible(output)) {
                selections.below(field, type).fields().forEach(below -> add(type.getName(), below));
            }
        }
    }

    private void add(String type, SelectedField field) {
        String name = field.merged().getName();
        byType.get(type).add(name);
        cursors |= CURSORS.contains(name);
        FieldSource source = field.schemaField().source();
        if (source instanceof FieldResolver resolver && resolver.readsWholeRecords()) {
            wholeTypes.add(type);
        } else if (source instanceof PropertyField && field.rejection() == null) {
            addBelow(field);
        }
    }
}
