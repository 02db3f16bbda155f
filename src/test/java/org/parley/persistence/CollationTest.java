package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.text.TextAnalysis;

/** Text is compared by code points, regardless of the locale of the database. */
@QuarkusTest
class CollationTest {

    /** A letter of Unicode 11, which the ICU of the embedded PostgreSQL does not have. */
    private static final int NEWER_THAN_ICU = 0x560;

    @Inject
    DataSource source;

    private List<String> column(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    @Test
    void noColumnUsesTheDefaultCollation() throws SQLException {
        String columns = """
                select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relkind in ('r', 'p', 'm') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
                    and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped and a.attcollation %s
                order by 1""";
        assertEquals(List.of(), column(String.format(Locale.ROOT, columns, "not in (0, '\"C\"'::regcollation)")));
        assertTrue(column(String.format(Locale.ROOT, columns, "= '\"C\"'::regcollation")).size() > 200);
    }

    @Test
    void noIndexUsesTheDefaultCollation() throws SQLException {
        assertEquals(List.of(), column("""
                select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
                where c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
                    and c.relname not like 'flyway%' and 'default'::regcollation = any(i.indcollation::oid[])"""));
    }

    @Test
    void caseFoldingIsIndependentOfLanguage() throws SQLException {
        assertEquals(List.of("ilham igdir aliev minister"), column("select plain('İLHAM Iğdır ALIEV MINISTER')"));
        assertEquals(List.of("000", "17", "17 000", "17000"),
                column("select w from unnest(words_of('«17.000»')) w order by w collate \"C\""));
        assertEquals(List.of("eliyev aliev alieva"), column("select latin(plain('Əliyev Алиев Ալիեւա'))"));
    }

    /** As in ANALYZE, in REINDEX and in pg_restore, which run without a search path. */
    @Test
    void indexesAndGeneratedColumnsNeedNoSearchPath() throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String command : List.of("set local search_path = ''",
                    "select public.search_words('ACTOR', 'Алиев XIII', '{\"name\": \"Алиев XIII, С-400\"}'), public.latin('Алиев')",
                    "analyze public.search_entry", "reindex table public.search_entry")) {
                statement.execute(command);
            }
            connection.rollback();
        }
    }

    /** What people type and random letters of six scripts: the functions of the database compute the same as Java. */
    @Test
    void databaseAndJavaAnalyseTextsAlike() throws SQLException, IOException {
        List<String> texts = new ArrayList<>(Files.readAllLines(Path.of("src/test/resources/search/pairs.txt")));
        Random random = new Random(20231105);
        for (int i = 0; i < 600; i++) {
            int block = List.of(0x20, 0xC0, 0x370, 0x400, 0x530, 0x620, 0x10D0).get(random.nextInt(7));
            texts.add(random.ints(random.nextInt(12), block, block + 0x50)
                    .filter(letter -> Character.isLetterOrDigit(letter) && letter != NEWER_THAN_ICU)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
        }
        "\u00AD\u061C\u200B\u200F\u202A\u202E\u2060\u2066\u2069\u206F\uFE00\uFE0F\uFEFF".chars()
                .forEach(sign -> texts.add("Али" + (char) sign + "ев and Ali" + (char) sign + "yev"));
        for (int i = 0; i < 300; i++) {
            texts.add(random.ints(1 + random.nextInt(7), 0, 11).mapToObj("IVXLCivxwy "::charAt).map(String::valueOf)
                    .collect(Collectors.joining()).strip() + " Louis XIII");
        }
        assertAlike(texts, "plain(t)", TextAnalysis::plain);
        assertAlike(texts, "romanized(t)", TextAnalysis::latin);
        assertAlike(texts, "name_key(t)", TextAnalysis::nameKey);
        assertAlike(texts,
                "array_to_string(array(select w from unnest(words_of(t)) w where position(' ' in w) = 0 order by w collate \"C\"), ' ')",
                text -> TextAnalysis.words(text).stream().distinct().sorted().collect(Collectors.joining(" ")));
    }

    private void assertAlike(List<String> texts, String function, UnaryOperator<String> java) throws SQLException {
        String rows = IntStream.range(0, texts.size()).mapToObj(i -> "(" + i + ", '" + texts.get(i).replace("'", "''") + "')")
                .collect(Collectors.joining(", "));
        List<String> found = column("select coalesce(" + function + ", '') from (values " + rows + ") v (i, t) order by i");
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(java.apply(texts.get(i)), found.get(i), function + " of " + texts.get(i));
        }
    }
}
