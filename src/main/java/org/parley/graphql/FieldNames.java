package org.parley.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import java.util.HashSet;
import java.util.Set;

/** The names of all fields of a document, wherever they stand: what an answer to it may have to show. */
final class FieldNames {

    /** Shows any field of a record. */
    private static final String DISCREPANCIES = "discrepancies";

    private FieldNames() {
    }

    /** Null where every field may be shown, named or not. */
    static Set<String> of(Document document) {
        Set<String> names = new HashSet<>();
        for (Node<?> node : DocumentNodes.of(document)) {
            if (node instanceof Field field) {
                names.add(field.getName());
            }
        }
        return names.contains(DISCREPANCIES) ? null : names;
    }
}
