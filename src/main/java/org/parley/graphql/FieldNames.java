package org.parley.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import java.util.ArrayDeque;
import java.util.Deque;
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
        Deque<Node<?>> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof Field field) {
                names.add(field.getName());
            }
            node.getChildren().forEach(open::push);
        }
        return names.contains(DISCREPANCIES) ? null : names;
    }
}
