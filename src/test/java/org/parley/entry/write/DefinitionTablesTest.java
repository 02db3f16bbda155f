package org.parley.entry.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.SeedCopy;
import org.parley.entry.DataSet;
import org.parley.entry.RecordDefinitions;
import org.parley.record.CanonicalEntry;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.Table;

/** Tables and GraphQL types match the definitions. */
@QuarkusTest
class DefinitionTablesTest {

    private static final String COLUMNS = """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO' and column_name <> 'since'""";

    /** Fields of entries that have another name in the GraphQL type. */
    private static final Map<String, String> SHOWN_AS = Map.of("happening", "sameHappening");

    /** Resolutions are part of discrepancies. Paragraphs and footnotes are counted only to check locators. */
    private static final Set<String> NOT_SHOWN = Set.of("resolutions", "paragraphs", "footnotes");

    @Inject
    DataSource source;

    @Inject
    GraphQLSchema schema;

    @Test
    void everyColumnIsDefinedAndEveryFieldHasItsColumns() throws SQLException {
        Map<String, Set<String>> defined = new TreeMap<>();
        projected().tables().forEach(rows -> defined.put(rows.table(), new TreeSet<>(rows.columns())));
        assertEquals(Tables.all().keySet(), defined.keySet());
        Map<String, Set<String>> found = new TreeMap<>();
        try (Connection connection = source.getConnection(); ResultSet rows = connection.createStatement().executeQuery(COLUMNS)) {
            while (rows.next()) {
                if (defined.containsKey(rows.getString(1))) {
                    found.computeIfAbsent(rows.getString(1), none -> new TreeSet<>()).add(rows.getString(2));
                }
            }
        }
        assertTrue(found.size() > 15, found.keySet().toString());
        assertEquals(defined, found);
    }

    /** The whole data set. It contains every list that is defined. */
    private static Projection projected() {
        Projection projection = new Projection(new AnyKey());
        DataSet data = DataSetFolder.readChecked(SeedCopy.DATA_SET);
        for (Kind kind : Kind.values()) {
            data.of(kind).forEach(entry -> {
                projection.addRecord(entry);
                Tables.identified(kind).forEach(list -> projection.addIdentified(list, entry));
                projection.addDetails(entry);
            });
        }
        return projection;
    }

    private static final class AnyKey extends RowKeys {

        @Override
        Long of(Kind kind, String slug) {
            return slug == null ? null : 1L;
        }

        @Override
        Long identified(Table table, Long owner, JsonNode item) {
            return 1L;
        }
    }

    @Test
    void searchedTextsAreThoseOfTheDefinitions() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = source.getConnection(); ResultSet rows = connection.createStatement().executeQuery("""
                select e.kind, e.slug, e.names, (
                select string_agg(t.value, ' ') from jsonb_each_text(e.texts) t
                where t.key not in ('name', 'title', 'measure', 'aliases')) from search_entry e""")) {
            while (rows.next()) {
                found.put(rows.getString(1) + " " + rows.getString(2),
                        words(rows.getString(3)) + " | " + words(Objects.toString(rows.getString(4), "")));
            }
        }
        Map<String, String> defined = new TreeMap<>();
        DataSet data = DataSetFolder.readChecked(SeedCopy.DATA_SET);
        for (Kind kind : Kind.values()) {
            data.of(kind).forEach(entry -> defined.put(kind + " " + entry.slug(),
                    words(texts(entry, Searched.AS_NAME)) + " | " + words(texts(entry, Searched.AS_TEXT))));
        }
        assertEquals(defined, found);
    }

    private static String texts(CanonicalEntry entry, Searched how) {
        Definition definition = RecordDefinitions.of(entry.kind());
        return definition.paths(field -> field.searched() == how).stream().flatMap(path -> entry.values(path).stream())
                .map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).sorted().toList();
    }

    @Test
    void everyFieldIsInTheGraphQlType() {
        List<String> missing = new ArrayList<>();
        for (Definition definition : RecordDefinitions.all()) {
            GraphQLObjectType type = schema.getObjectType(definition.kind().typeName());
            Set<String> fields = new TreeSet<>(type.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList());
            definition.entry().written().stream().map(Field::name).filter(name -> !NOT_SHOWN.contains(name))
                    .map(name -> SHOWN_AS.getOrDefault(name, name)).filter(name -> !fields.contains(name))
                    .forEach(name -> missing.add(type.getName() + "." + name));
        }
        assertEquals(List.of(), missing);
    }
}
