package org.parley.entry.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Referrers knows every foreign key that restricts a removal, so that the fault names the referring record. */
@QuarkusTest
class ReferrersTest {

    /** Selects all foreign keys to the record that restrict, and those whose cascade would delete the row of another record. */
    private static final String KEYS = """
            select t.relname || ' ' || a.attname
            from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid <> cast('revision' as regclass)
                and (c.confdeltype = 'a' or c.conname = 'position_statement_fk')""";

    @Inject
    DataSource source;

    @Test
    void everyRestrictingForeignKeyIsQueried() throws SQLException {
        List<String> unknown = new ArrayList<>();
        int keys = 0;
        try (Connection connection = source.getConnection(); ResultSet rows = connection.createStatement().executeQuery(KEYS)) {
            for (; rows.next(); keys++) {
                String[] key = rows.getString(1).split(" ");
                if (!Pattern.compile("(?m)^.*\\b" + key[1] + "\\b.* from " + key[0] + "$").matcher(Referrers.SQL).find()) {
                    unknown.add(String.join(".", key));
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(keys > 20, keys + " keys");
    }
}
