package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.record.Kind;

/** The schema changes only deliberately, and never breaks the contract with front-ends. */
@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("schema.graphql");
    private static final Path CONTRACT = Path.of("src/test/resources/contract/schema.graphql");
    private static final List<String> NOT_YET = notYet();

    private static List<String> notYet() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/contract/not-yet.txt"));
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String served() {
        return RestAssured.get("/graphql/schema.graphql").then().statusCode(200).extract().asString();
    }

    @Test
    void matchesTheCommittedSchema() throws IOException {
        String served = served();
        if (Files.notExists(COMMITTED) || !Files.readString(COMMITTED).equals(served)) {
            Files.writeString(Path.of("target/schema.graphql"), served);
        }
        assertEquals(Files.readString(COMMITTED), served,
                "the schema changed: where that is meant, copy target/schema.graphql over schema.graphql");
    }

    @Test
    void satisfiesTheContract() throws IOException {
        TypeDefinitionRegistry contract = new SchemaParser().parse(Files.readString(CONTRACT));
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        List<String> missing = new ArrayList<>();
        for (ObjectTypeDefinition type : contract.getTypes(ObjectTypeDefinition.class)) {
            compareFields(type, own(schema, type.getName(), ObjectTypeDefinition.class), missing);
        }
        for (InterfaceTypeDefinition type : contract.getTypes(InterfaceTypeDefinition.class)) {
            compareFields(type, own(schema, type.getName(), InterfaceTypeDefinition.class), missing);
        }
        contract.scalars().keySet().stream().filter(name -> !schema.scalars().containsKey(name)).forEach(missing::add);
        for (InputObjectTypeDefinition type : contract.getTypes(InputObjectTypeDefinition.class)) {
            InputObjectTypeDefinition ours = own(schema, type.getName(), InputObjectTypeDefinition.class);
            compareInputs(type.getName(), type.getInputValueDefinitions(), ours == null ? List.of() : ours.getInputValueDefinitions(),
                    missing);
        }
        for (EnumTypeDefinition type : contract.getTypes(EnumTypeDefinition.class)) {
            EnumTypeDefinition ours = own(schema, type.getName(), EnumTypeDefinition.class);
            type.getEnumValueDefinitions().stream()
                    .filter(value -> ours == null
                            || ours.getEnumValueDefinitions().stream().noneMatch(own -> own.getName().equals(value.getName())))
                    .forEach(value -> missing.add(type.getName() + "." + value.getName()));
        }
        for (UnionTypeDefinition type : contract.getTypes(UnionTypeDefinition.class)) {
            UnionTypeDefinition ours = own(schema, type.getName(), UnionTypeDefinition.class);
            type.getMemberTypes().stream().map(AstPrinter::printAst)
                    .filter(member -> ours == null || ours.getMemberTypes().stream().map(AstPrinter::printAst).noneMatch(member::equals))
                    .forEach(member -> missing.add(type.getName() + " | " + member));
        }
        assertEquals(String.join("\n", NOT_YET), missing.stream().sorted().collect(Collectors.joining("\n")));
    }

    private static <T extends TypeDefinition<?>> T own(TypeDefinitionRegistry schema, String name, Class<T> kind) {
        return schema.getType(name).filter(kind::isInstance).map(kind::cast).orElse(null);
    }

    private void compareFields(ImplementingTypeDefinition<?> type, ImplementingTypeDefinition<?> ours, List<String> missing) {
        if (ours == null) {
            missing.add(type.getName());
            return;
        }
        List<String> interfaces = names(ours.getImplements());
        names(type.getImplements()).stream().filter(name -> !interfaces.contains(name))
                .forEach(name -> missing.add(type.getName() + " implements " + name));
        for (FieldDefinition field : type.getFieldDefinitions()) {
            String path = type.getName() + "." + field.getName();
            FieldDefinition own = ours.getFieldDefinitions().stream().filter(each -> each.getName().equals(field.getName())).findFirst()
                    .orElse(null);
            if (own == null) {
                missing.add(path);
            } else if (!print(own.getType()).equals(print(field.getType()))) {
                missing.add(path + ": " + print(field.getType()) + ", is " + print(own.getType()));
            } else {
                compareInputs(path, field.getInputValueDefinitions(), own.getInputValueDefinitions(), missing);
            }
        }
    }

    private void compareInputs(String path, List<InputValueDefinition> wanted, List<InputValueDefinition> ours, List<String> missing) {
        for (InputValueDefinition value : wanted) {
            InputValueDefinition own = ours.stream().filter(each -> each.getName().equals(value.getName())).findFirst().orElse(null);
            if (own == null || !print(own.getType()).equals(print(value.getType()))
                    || !Objects.equals(print(own.getDefaultValue()), print(value.getDefaultValue()))) {
                missing.add(path + "(" + value.getName() + ": " + print(value.getType()) + ")" + (own == null ? "" : ", is " + print(own)));
            }
        }
    }

    private static List<String> names(List<?> types) {
        return types.stream().map(type -> print((Type<?>) type)).toList();
    }

    private static String print(graphql.language.Node<?> node) {
        return node == null ? null : AstPrinter.printAst(node);
    }

    /** Without an interface in common, a client would need one fragment for each type. */
    @Test
    void everyRecordTypeImplementsTheInterfaces() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        Set<String> attested = members(schema, "AnyRecord");
        assertEquals(Arrays.stream(Kind.values()).filter(kind -> kind != Kind.SOURCE).map(Kind::typeName).collect(Collectors.toSet()),
                attested);
        assertEquals(attested, implementing(schema, "Attested"));
        assertEquals(Set.of("Meeting", "Statement", "Agreement", "Event", "Position"), implementing(schema, "Dated"));
        assertEquals(Set.of("Meeting", "Statement", "Agreement", "Event"), members(schema, "TimelineEntry"));
        assertTrue(implementing(schema, "Node").containsAll(Set.of("Source", "Attested")));
    }

    private static Set<String> members(TypeDefinitionRegistry schema, String union) {
        return own(schema, union, UnionTypeDefinition.class).getMemberTypes().stream().map(AstPrinter::printAst)
                .collect(Collectors.toSet());
    }

    private static Set<String> implementing(TypeDefinitionRegistry schema, String shared) {
        return schema.types().values().stream()
                .filter(type -> type instanceof ImplementingTypeDefinition<?> each && names(each.getImplements()).contains(shared))
                .map(TypeDefinition::getName).collect(Collectors.toSet());
    }

    @Test
    void customScalarsAreSpecifiedAndUsed() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        Map<String, String> printed = new TreeMap<>();
        schema.scalars().values().stream().filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName()))
                .forEach(scalar -> printed.put(scalar.getName(), scalar.getDirectives("specifiedBy").stream()
                        .map(directive -> ((StringValue) directive.getArgument("url").getValue()).getValue()).findFirst().orElse("")));
        assertEquals(Map.of("Date", "https://www.rfc-editor.org/rfc/rfc3339", "DateTime", "https://www.rfc-editor.org/rfc/rfc3339", "JSON",
                "https://www.rfc-editor.org/rfc/rfc8259"), printed);
        Map<String, String> introspected = new TreeMap<>();
        GraphQlClient.data("{ __schema { types { kind name specifiedByURL } } }").at("/__schema/types").forEach(type -> {
            if (type.get("kind").asText().equals("SCALAR") && !ScalarInfo.isGraphqlSpecifiedScalar(type.get("name").asText())) {
                introspected.put(type.get("name").asText(), type.get("specifiedByURL").asText());
            }
        });
        assertEquals(printed, introspected);
        assertEquals(Set.of(), unused(printed.keySet(), served()));
    }

    /** Returns the types that no field or argument has. */
    private static Set<String> unused(Set<String> types, String schema) {
        return types.stream().filter(type -> !Pattern.compile("\\w: \\[*" + type + "\\b").matcher(schema).find())
                .collect(Collectors.toSet());
    }

    @Test
    void rootFieldsHaveTheSameOrderInIntrospectionAndText() {
        List<String> introspected = GraphQlClient.data("{ __schema { queryType { fields { name } } } }").findValuesAsText("name");
        List<String> printed = new SchemaParser().parse(served()).getType("Query", ObjectTypeDefinition.class).orElseThrow()
                .getFieldDefinitions().stream().map(FieldDefinition::getName).toList();
        assertEquals(printed, introspected);
        assertEquals(List.of("node", "nodes", "actor"), introspected.subList(0, 3));
        List<String> others = introspected.subList(introspected.indexOf("figures") + 1, introspected.size());
        assertEquals(others.stream().sorted().toList(), others);
    }
}
