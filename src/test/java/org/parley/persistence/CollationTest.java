package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Text is compared by code points, regardless of the locale of the database. */
@QuarkusTest
class CollationTest {

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
        assertEquals(List.of("armenia azerbaijan 17 000 алиев"), column("select words_only('Armenia–Azerbaijan: 17.000 «Алиев»')"));
        assertEquals(List.of("aliyev aliev alieva"), column("select latin(plain('Əliyev Алиев Ալիեւա'))"));
    }
}
