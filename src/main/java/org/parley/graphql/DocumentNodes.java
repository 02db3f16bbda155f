package org.parley.graphql;

import graphql.language.Node;
import java.util.ArrayList;
import java.util.List;

/** All nodes of a document or of a part of it, parents before children. Iterative, because clients may send deeply nested documents. */
final class DocumentNodes {

    private DocumentNodes() {
    }

    static List<Node<?>> of(Node<?> root) {
        List<Node<?>> nodes = new ArrayList<>();
        nodes.add(root);
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).getChildren().forEach(nodes::add);
        }
        return nodes;
    }
}
