package org.parley.graphql;

import graphql.language.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a document or a part of it is made of, each piece after the one that holds it. No recursion: anyone may nest a document deep.
 */
final class DocumentNodes {

    private DocumentNodes() {
    }

    static List<Node<?>> of(Node<?> whole) {
        List<Node<?>> nodes = new ArrayList<>();
        nodes.add(whole);
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).getChildren().forEach(nodes::add);
        }
        return nodes;
    }
}
