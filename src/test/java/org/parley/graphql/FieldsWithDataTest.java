package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The fields of the contract that are null or empty in all records of a data set are listed in a file for each. A third file has the reason
 * for each field that is in both: none of the documents gives such data.
 */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class FieldsWithDataTest {

    private static final Path FOLDER = Path.of("src/test/resources/contract");
    private static final String SHIPPED = "empty-in-shipped.txt";
    private static final String COLOMBIA = "empty-in-colombia.txt";
    private static final String BOTH = "empty-in-both.txt";

    /** For each root list the types below it: a selection with `F` in place of the fields of the type. */
    private static final Map<String, Map<String, String>> LISTS = lists();

    private static Map<String, Map<String, String>> lists() {
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        lists.put("actors", Map.of("Actor", "F", "Office", "offices { F }"));
        lists.put("places", Map.of("Place", "F", "Coordinates", "coordinates { F }", "Identifier", "identifiers { F }"));
        lists.put("issues", Map.of("Issue", "F"));
        lists.put("tracks", Map.of("Track", "F", "Period", "period { F }"));
        lists.put("sources", Map.of("Source", "F"));
        lists.put("meetings", Map.of("Meeting", "F", "Participation", "participations { F }", "PartialDate", "date { F }", "Attestation",
                "attestations { F }"));
        lists.put("statements", Map.of("Statement", "F", "Reference", "references { F }", "Attestation", "attestations { F }"));
        lists.put("positions", Map.of("Position", "F", "Attestation", "attestations { F }"));
        lists.put("agreements",
                Map.of("Agreement", "F", "Signature", "signatories { F }", "AgreementParticipation", "participations { F }",
                        "AgreementLink", "links { F }", "Provision", "provisions { F }", "ImplementationStep", "provisions { steps { F } }",
                        "Attestation", "attestations { F }"));
        lists.put("events", Map.of("Event", "F", "Attestation", "attestations { F }"));
        lists.put("figures", Map.of("Figure", "F"));
        lists.put("hostings", Map.of("Hosting", "F"));
        lists.put("mediationMatrix", Map.of("MediationCell", "F"));
        lists.put("encounters", Map.of("Encounter", "F"));
        lists.put("discrepancies", Map.of("Discrepancy", "F", "AttestedValue", "values { F }"));
        return lists;
    }

    /** The name of the file with the empty fields. */
    String file() {
        return SHIPPED;
    }

    private static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(new File("schema.graphql")));
    }

    /** The fields of the contract that the schema has. */
    private static List<GraphQLFieldDefinition> fields(GraphQLObjectType type) {
        GraphQLSchema contract = UnExecutableSchemaGenerator
                .makeUnExecutableSchema(new SchemaParser().parse(FOLDER.resolve("schema.graphql").toFile()));
        return type.getFields().stream().filter(field -> contract.getObjectType(type.getName()).getField(field.getName()) != null).toList();
    }

    @Test
    void everyTypeOfTheContractIsWalked() {
        Set<String> walked = LISTS.values().stream().flatMap(types -> types.keySet().stream()).collect(Collectors.toSet());
        Set<String> others = new TreeSet<>();
        schema().getAllTypesAsList().stream().filter(type -> type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
                .map(GraphQLNamedType::getName)
                .filter(name -> !name.matches(".*(Connection|Edge|Payload)|Query|Mutation|Subscription|PageInfo"))
                .filter(name -> !walked.contains(name)).forEach(others::add);
        assertEquals(Set.of("Attendance", "Change", "Dataset", "DayCount", "FieldChange", "RecordCount", "StatsGroup", "StatsKey"), others);
    }

    @Test
    void emptyFieldsAreListed() throws IOException {
        Set<String> empty = new TreeSet<>();
        Set<String> filled = new TreeSet<>();
        LISTS.forEach((list, types) -> types.forEach((type, selection) -> {
            for (GraphQLFieldDefinition field : fields(schema().getObjectType(type))) {
                (hasValue(list, selection, field) ? filled : empty).add(type + "." + field.getName());
            }
        }));
        empty.removeAll(filled);
        Path expected = FOLDER.resolve(file());
        String actual = String.join("\n", empty) + "\n";
        if (Files.notExists(expected)) {
            Files.writeString(expected, actual);
            fail(expected + " was written: review it and run the test again");
        }
        assertEquals(Files.readString(expected), actual, file());
    }

    /** Other tests record these fields. */
    @Test
    void fieldsThatAreEmptyInBothHaveReasons() throws IOException {
        Set<String> both = new TreeSet<>(Files.readAllLines(FOLDER.resolve(SHIPPED)));
        both.retainAll(Files.readAllLines(FOLDER.resolve(COLOMBIA)));
        Set<String> explained = new TreeSet<>();
        for (String line : Files.readAllLines(FOLDER.resolve(BOTH))) {
            assertTrue(line.matches("\\w+\\.\\w+: .{20,}"), line);
            explained.add(line.substring(0, line.indexOf(':')));
        }
        assertEquals(explained, both);
    }

    private static boolean hasValue(String list, String selection, GraphQLFieldDefinition field) {
        GraphQLNamedType type = QueryWalk.named(field.getType());
        String inner = GraphQLTypeUtil.isLeaf(type) ? ""
                : type.getName().endsWith("Connection") ? "(first: 1) { edges { cursor } }" : " { __typename }";
        String after = "";
        while (true) {
            JsonNode page = GraphQlClient.data("{ all: " + list + "(first: 20" + after + ") { pageInfo { hasNextPage endCursor } nodes { "
                    + selection.replace("F", "f: " + field.getName() + inner) + " } } }").get("all");
            for (JsonNode value : page.get("nodes").findValues("f")) {
                if (isFilled(value)) {
                    return true;
                }
            }
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return false;
            }
            after = ", after: " + page.at("/pageInfo/endCursor");
        }
    }

    private static boolean isFilled(JsonNode value) {
        return value.has("edges") ? !value.get("edges").isEmpty() : !value.isNull() && !(value.isArray() && value.isEmpty());
    }
}
