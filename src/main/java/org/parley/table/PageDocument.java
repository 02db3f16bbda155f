package org.parley.table;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationToAstCompiler;
import graphql.normalized.NormalizedInputValue;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.graphql.Continuation.Part;

/** Writes the document that reads a page. */
final class PageDocument {

    /** The variable of the cursor after which the page starts. */
    static final String AFTER = "parleyTableAfter";

    private PageDocument() {
    }

    /**
     * Arguments become variables, because the lengths of documents are limited. The compiler accepts no null in a variable, so that values
     * with one are replaced by variables before.
     */
    static Part of(GraphQLSchema schema, List<ExecutableNormalizedField> fields, Object after) {
        ArgumentsWithNull withNull = new ArgumentsWithNull();
        var compiled = ExecutableNormalizedOperationToAstCompiler.compileToDocument(schema, Operation.QUERY, null,
                withNull.replaced(fields),
                (field, name, value) -> !name.equals("first") && !(value.getValue() instanceof VariableReference) && !isNull(value));
        List<VariableDefinition> definitions = new ArrayList<>(withNull.definitions());
        Map<String, Object> variables = new HashMap<>(compiled.getVariables());
        variables.putAll(withNull.variables());
        if (after != null) {
            variables.put(AFTER, after);
            definitions.add(VariableDefinition.newVariableDefinition().name(AFTER).type(TypeName.newTypeName("String").build()).build());
        }
        OperationDefinition query = compiled.getDocument().getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        OperationDefinition defined = query.transform(
                same -> same.variableDefinitions(Stream.concat(query.getVariableDefinitions().stream(), definitions.stream()).toList()));
        return new Part(AstPrinter.printAst(Document.newDocument().definition(defined).build()), variables);
    }

    /** Whether a value is null or contains null. */
    static boolean isNull(Object value) {
        Object plain = value instanceof NormalizedInputValue input ? input.getValue() : value;
        return plain == null || plain instanceof NullValue
                || plain instanceof Map<?, ?> map && map.values().stream().anyMatch(PageDocument::isNull)
                || plain instanceof Collection<?> list && list.stream().anyMatch(PageDocument::isNull);
    }
}
