package org.parley.graphql;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;

/** What stands in a document, counted before it is validated: validation takes longer than in proportion to it. */
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

    void check(Limits limits) {
        LimitExceededException.check("number of fields", fields, limits.fields(), "split it, or use fragments");
        LimitExceededException.check("number of fragments", fragments, limits.fragments(), "leave out what is not used, or split it");
        LimitExceededException.check("number of aliases", aliases, limits.aliases(), "ask for lists, or split it");
        LimitExceededException.check("number of directives", directives, limits.directives(), "leave some out");
    }
}
