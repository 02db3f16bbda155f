package org.parley.graphql;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The names of all fields of an operation and the fragments beside it, wherever they stand: what an answer to it may have to show. */
final class FieldNames {

    /** Shows any field of a record. */
    private static final String DISCREPANCIES = "discrepancies";

    private FieldNames() {
    }

    /** Null where every field may be shown, named or not. */
    static Set<String> of(OperationDefinition operation, Collection<FragmentDefinition> fragments) {
        Set<String> names = new HashSet<>();
        add(operation, names);
        fragments.forEach(fragment -> add(fragment, names));
        return names.contains(DISCREPANCIES) ? null : names;
    }

    private static void add(Node<?> whole, Set<String> names) {
        for (Node<?> node : DocumentNodes.of(whole)) {
            if (node instanceof Field field) {
                names.add(field.getName());
            }
        }
    }
}
