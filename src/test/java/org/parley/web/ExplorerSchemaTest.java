package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The explorer's types and documents fit the schema. */
class ExplorerSchemaTest {

    private static final Path FOLDER = Path.of("src/main/resources/web/app");
    private static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator
            .makeUnExecutableSchema(new SchemaParser().parse(Path.of("schema.graphql").toFile()));
    private static final Pattern DOCUMENT = Pattern.compile("(?:const (\\w+) =|\\w+:) gql`([^`]*)`");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    /** Types that only mutations and their answers use. */
    private static final Pattern LEFT_OUT = Pattern.compile("__.*|.*Payload|Mutation|Query|Subscription");
    private static final Map<String, String> SCALARS = Map.of("Int", "number", "Float", "number", "Boolean", "boolean", "JSON", "unknown");

    @Test
    void theCommittedTypesAreThoseOfTheSchema() throws IOException {
        Path generated = Path.of("target", "explorer", "schema.ts");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, types());
        assertEquals(types(), Files.readString(FOLDER.resolve("schema.ts")), () -> "Copy " + generated + " to " + FOLDER);
    }

    @Test
    void everyDocumentIsValid() throws IOException {
        Map<String, String> parts = new HashMap<>();
        List<String> documents = new java.util.ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".ts")).toList()) {
                for (Matcher found = DOCUMENT.matcher(Files.readString(file)); found.find();) {
                    if (found.group(1) != null) {
                        parts.put(found.group(1), found.group(2));
                    }
                    if (found.group(2).startsWith("query") || found.group(2).startsWith("subscription")) {
                        documents.add(found.group(2));
                    }
                }
            }
        }
        assertTrue(documents.size() >= 20, () -> "only " + documents.size());
        for (String document : documents) {
            Document parsed = new Parser().parseDocument(filled(document, parts));
            assertEquals(List.of(), new Validator().validateDocument(SCHEMA, parsed, Locale.ENGLISH), document);
        }
    }

    /** The queries of the pages that need no script. */
    @Test
    void theDocumentOfThePagesIsValid() {
        assertEquals(List.of(), new Validator().validateDocument(SCHEMA, new Parser().parseDocument(Documents.text()), Locale.ENGLISH));
    }

    /** The document with the parts that it mentions. */
    private static String filled(String document, Map<String, String> parts) {
        Matcher found = PLACEHOLDER.matcher(document);
        return found.find() ? filled(found.replaceAll(match -> Matcher.quoteReplacement(parts.get(match.group(1)))), parts) : document;
    }

    /** TypeScript types of what the schema answers. */
    private static String types() {
        StringBuilder types = new StringBuilder("/** Generated from schema.graphql by ExplorerSchemaTest. */\n\n");
        SCHEMA.getAllTypesAsList().stream().filter(type -> !LEFT_OUT.matcher(type.getName()).matches())
                .sorted((one, other) -> one.getName().compareTo(other.getName())).forEach(type -> types.append(declaration(type)));
        String dimensions = Stream.of("Agreement", "Event", "Meeting", "Position", "Statement")
                .map(kind -> "  " + kind + ": [" + values((GraphQLEnumType) SCHEMA.getType(kind + "Dimension"), ", ") + "],\n")
                .collect(Collectors.joining());
        return types
                + "\n/** The dimensions of the statistics of each kind. */\nexport const DIMENSIONS: { [kind: string]: string[] } = {\n"
                + dimensions + "};\n";
    }

    private static String declaration(GraphQLType type) {
        if (type instanceof GraphQLEnumType of) {
            return "export type " + of.getName() + " = " + values(of, " | ") + ";\n";
        }
        if (type instanceof GraphQLUnionType of) {
            return "export type " + of.getName() + " = "
                    + of.getTypes().stream().map(each -> each.getName()).collect(Collectors.joining(" | ")) + ";\n";
        }
        List<graphql.schema.GraphQLFieldDefinition> fields = type instanceof GraphQLObjectType object ? object.getFieldDefinitions()
                : type instanceof GraphQLInterfaceType of ? of.getFieldDefinitions() : List.of();
        return fields.isEmpty() ? ""
                : "export interface "
                        + ((GraphQLNamedOutputType) type).getName() + " { " + fields.stream()
                                .map(field -> field.getName() + ": " + reference(field.getType())).collect(Collectors.joining("; "))
                        + " }\n";
    }

    private static String values(GraphQLEnumType type, String separator) {
        return type.getValues().stream().map(value -> '"' + value.getName() + '"').collect(Collectors.joining(separator));
    }

    private static String reference(GraphQLType type) {
        if (type instanceof GraphQLNonNull required) {
            GraphQLType inner = required.getWrappedType();
            if (inner instanceof GraphQLList list) {
                String item = reference(list.getWrappedType());
                return (item.contains(" ") ? "(" + item + ")" : item) + "[]";
            }
            String name = ((graphql.schema.GraphQLNamedType) inner).getName();
            boolean scalar = GraphQLTypeUtil.unwrapAll(inner) instanceof graphql.schema.GraphQLScalarType;
            return scalar ? SCALARS.getOrDefault(name, "string") : name;
        }
        return reference(GraphQLNonNull.nonNull(type)) + " | null";
    }
}
