package org.parley.table;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationToAstCompiler;
import graphql.normalized.NormalizedInputValue;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.graphql.Continuation.Part;

/** Writes the document that reads a page. */
final class PageDocument {

    /** The variable of the cursor after which the page starts. */
    static final String AFTER = "parleyTableAfter";

    private PageDocument() {
    }

    /** Arguments become variables, because the lengths of documents are limited. The compiler accepts no null in a variable. */
    static Part of(GraphQLSchema schema, List<ExecutableNormalizedField> fields, Object after) {
        var compiled = ExecutableNormalizedOperationToAstCompiler.compileToDocument(schema, Operation.QUERY, null, fields,
                (field, name, value) -> !name.equals("first") && !name.equals("after") && !isNull(value));
        OperationDefinition query = compiled.getDocument().getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        Map<String, Object> variables = new HashMap<>(compiled.getVariables());
        if (after != null) {
            variables.put(AFTER, after);
            query = query.transform(same -> same.variableDefinition(
                    VariableDefinition.newVariableDefinition().name(AFTER).type(TypeName.newTypeName("String").build()).build()));
        }
        return new Part(AstPrinter.printAst(Document.newDocument().definition(query).build()), variables);
    }

    /** Whether a value is null or contains null. */
    static boolean isNull(Object value) {
        Object plain = value instanceof NormalizedInputValue input ? input.getValue() : value;
        return plain == null || plain instanceof NullValue
                || plain instanceof Map<?, ?> map && map.values().stream().anyMatch(PageDocument::isNull)
                || plain instanceof Collection<?> list && list.stream().anyMatch(PageDocument::isNull);
    }
}
