package org.parley.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.Configuration;

/** The version of the database tables: the number of the newest migration. */
final class TablesVersion {

    /** Version of a database without tables. */
    static final int NONE = 0;
    /** Version of a database with the tables of another application. */
    static final int FOREIGN = -1;

    private static final String EXISTS = "select to_regclass('public.flyway_schema_history') is not null";
    private static final String VERSION = """
            select case when count(*) = 0 then 0 when count(*) filter (where version = '1' and script like '%V1\\_\\_record.sql') = 0 then -1
                else least(max(cast(split_part(version, '.', 1) as numeric)), 2147483647) end
            from public.flyway_schema_history where success and version is not null""";

    private TablesVersion() {
    }

    /** Returns the version that this version of Parley requires: that of its newest migration. */
    static int required(Configuration migrations) {
        return migrations.getResourceProvider().getResources("V", new String[]{".sql"}).stream()
                .map(file -> file.getFilename().substring(1, file.getFilename().indexOf("__"))).mapToInt(Integer::parseInt).max()
                .orElseThrow();
    }

    /** Returns the version of the tables in the database. */
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
