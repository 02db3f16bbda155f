package org.parley.graphql;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;

/** Counts of the elements of a document. They are limited before validation, which takes more than linear time. */
record DocumentShape(int fields, int fragments, int aliases, int directives) {

    static DocumentShape of(Document document) {
        int fields = 0;
        int fragments = 0;
        int aliases = 0;
        int directives = 0;
        for (Node<?> node : DocumentNodes.of(document)) {
            if (node instanceof Field field) {
                fields++;
                aliases += field.getAlias() == null ? 0 : 1;
            }
            fragments += node instanceof FragmentDefinition ? 1 : 0;
            if (node instanceof DirectivesContainer<?> container) {
                directives += container.getDirectives().size();
            }
        }
        return new DocumentShape(fields, fragments, aliases, directives);
    }

    void check(RequestLimits limits) {
        LimitExceededException.check("number of fields", fields, limits.fields(), "Split the document or use fragments.");
        LimitExceededException.check("number of fragments", fragments, limits.fragments(),
                "Remove unused fragments or split the document.");
        LimitExceededException.check("number of aliases", aliases, limits.aliases(), "Query lists or split the document.");
        LimitExceededException.check("number of directives", directives, limits.directives(), "Use fewer directives.");
    }
}
