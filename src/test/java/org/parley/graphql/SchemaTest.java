package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The schema is what front-ends build on: it changes only where someone means it to, and never breaks the contract. */
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
    void isTheCommittedOne() throws IOException {
        String served = served();
        if (Files.notExists(COMMITTED) || !Files.readString(COMMITTED).equals(served)) {
            Files.writeString(Path.of("target/schema.graphql"), served);
        }
        assertEquals(Files.readString(COMMITTED), served,
                "the schema changed: where that is meant, copy target/schema.graphql over schema.graphql");
    }

    @Test
    void holdsTheContract() throws IOException {
        TypeDefinitionRegistry contract = new SchemaParser().parse(Files.readString(CONTRACT));
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        List<String> missing = new ArrayList<>();
        for (ObjectTypeDefinition type : contract.getTypes(ObjectTypeDefinition.class)) {
            compareObject(type, own(schema, type.getName(), ObjectTypeDefinition.class), missing);
        }
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

    private void compareObject(ObjectTypeDefinition type, ObjectTypeDefinition ours, List<String> missing) {
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

    @Test
    void introspectionAndTextHaveTheRootsInOneOrder() {
        List<String> introspected = GraphQlClient.data("{ __schema { queryType { fields { name } } } }").findValuesAsText("name");
        List<String> printed = new SchemaParser().parse(served()).getType("Query", ObjectTypeDefinition.class).orElseThrow()
                .getFieldDefinitions().stream().map(FieldDefinition::getName).toList();
        assertEquals(printed, introspected);
        assertEquals(List.of("node", "nodes", "actor"), introspected.subList(0, 3));
        assertEquals(List.of(), introspected.stream().filter(field -> !RootFields.hasPlace(field)).toList(),
                "without a place in " + RootFields.class.getSimpleName());
    }

    @Test
    void describesEverything() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        List<String> bare = new ArrayList<>();
        for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
            describe(type.getName(), type.getDescription(), bare);
            for (FieldDefinition field : type.getFieldDefinitions()) {
                describe(type.getName() + "." + field.getName(), field.getDescription(), bare);
                field.getInputValueDefinitions()
                        .forEach(argument -> describe(type.getName() + "." + field.getName() + "(" + argument.getName() + ")",
                                argument.getDescription(), bare));
            }
        }
        for (InputObjectTypeDefinition type : schema.getTypes(InputObjectTypeDefinition.class)) {
            describe(type.getName(), type.getDescription(), bare);
            type.getInputValueDefinitions()
                    .forEach(field -> describe(type.getName() + "." + field.getName(), field.getDescription(), bare));
        }
        for (EnumTypeDefinition type : schema.getTypes(EnumTypeDefinition.class)) {
            describe(type.getName(), type.getDescription(), bare);
            type.getEnumValueDefinitions().forEach(value -> describe(type.getName() + "." + value.getName(), value.getDescription(), bare));
        }
        assertTrue(bare.isEmpty(), () -> "without a description: " + bare);
    }

    private static void describe(String path, Object description, List<String> bare) {
        if (description == null) {
            bare.add(path);
        }
    }
}
