package org.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The version of the tables: the number of the last migration that the database has had. */
final class TablesVersion {

    /** Of a database without tables. */
    static final int NONE = 0;
    /** Of a database with tables that another application's migrations made. */
    static final int FOREIGN = -1;

    private static final String EXISTS = "select to_regclass('public.flyway_schema_history') is not null";
    private static final String VERSION = """
            select case when count(*) = 0 then 0 when count(*) filter (where version = '1' and script like '%V1\\_\\_record.sql') = 0 then -1
                else least(max(cast(split_part(version, '.', 1) as numeric)), 2147483647) end
            from public.flyway_schema_history where success and version is not null""";

    private TablesVersion() {
    }

    static int of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet exists = statement.executeQuery(EXISTS)) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    return NONE;
                }
            }
            try (ResultSet version = statement.executeQuery(VERSION)) {
                version.next();
                return version.getInt(1);
            }
        }
    }
}
