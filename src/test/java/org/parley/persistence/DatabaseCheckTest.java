package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** Unsuitable databases and invalid settings are reported in one line, and following the advice in that line helps. */
class DatabaseCheckTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    /** The statement in a message, for an administrator. */
    private static final Pattern ADVICE = Pattern.compile("(?:[Rr]un|Create another one)[^:]*: ((?:CREATE|GRANT|SELECT) .+)\\.$");

    private static final int NEEDED = Migrations.count();

    private static EmbeddedPostgres server;

    /** A database: how it is created, what is executed in it first, and the beginnings of the successive messages. */
    record Lacking(String options, String prepare, List<String> rejections) {

        static Lacking of(String options, String prepare, String... rejections) {
            return new Lacking(options, prepare, List.of(rejections));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(30)).start();
        execute("postgres", "create role parley login");
        // Roles other than the administrator authenticate by password.
        execute("postgres", "copy (select 'host all postgres 127.0.0.1/32 trust' union all select 'host all parley 127.0.0.1/32 trust'"
                + " union all select 'host all all 127.0.0.1/32 scram-sha-256' order by 1 desc) to '" + value("show hba_file") + "'",
                "select pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
            return value(connection, sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String newDatabase(String options) throws SQLException {
        String name = "database_" + NAMES.incrementAndGet();
        execute("postgres", "create database " + name + " template template0 " + options);
        return name;
    }

    private static AgroalDataSource pool(String url, String user, String password) throws SQLException {
        try (InputStream file = DatabaseCheckTest.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            String session = properties.getProperty("parley.database.session");
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                    .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(Driver.class).jdbcUrl(url)
                            .initialSql(session).principal(new NamePrincipal(user)).credential(new SimplePassword(password)))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> rejection(String url, String user, String password, boolean migrating) throws SQLException {
        try (AgroalDataSource pool = pool(url, user, password)) {
            return new DatabaseCheck(new DedicatedConnections(pool), NEEDED).findProblem(migrating);
        }
    }

    private static void migrate(String database) throws SQLException {
        try (AgroalDataSource pool = pool(url(database), "parley", "")) {
            assertEquals(NEEDED, Flyway.configure().dataSource(pool).defaultSchema("public").load().migrate().migrationsExecuted);
        }
    }

    static Stream<Lacking> lacking() {
        String owner = "owner parley";
        return Stream.of(Lacking.of(owner, ""), Lacking.of(owner, "drop schema public", "The database %s has no schema public"),
                Lacking.of(owner, "alter schema public owner to postgres; revoke all on schema public from public",
                        "The user parley may not use the schema public", "The user parley may not create tables"),
                Lacking.of("", "", "The user parley may not install extensions", "The user parley may not create tables",
                        "The user parley may not create the schemas"),
                Lacking.of("", "create extension pg_trgm", "The user parley may not create tables",
                        "The user parley may not create the schemas"),
                Lacking.of("",
                        "create schema extensions; create extension pg_trgm schema extensions;"
                                + "create schema history authorization parley; create schema as_of authorization parley;"
                                + "grant create on schema public to parley",
                        "The user parley may not use the extension"),
                Lacking.of(owner, "create schema \"Odd, \"\"schema\"\"\"; create extension pg_trgm schema \"Odd, \"\"schema\"\"\"",
                        "The user parley may not use the extension pg_trgm"),
                Lacking.of(owner, "create extension pg_trgm schema pg_catalog"),
                Lacking.of(owner, "delete from pg_collation where collname = 'und-x-icu'", "The server lacks the collation und-x-icu"),
                Lacking.of(owner, "alter database %s set search_path = nowhere; alter database %s set standard_conforming_strings = off"),
                Lacking.of(owner, "create schema parley authorization parley"), Lacking.of(owner, "create extension pg_stat_statements"));
    }

    @ParameterizedTest
    @MethodSource
    void lacking(Lacking lacking) throws SQLException {
        String database = newDatabase(lacking.options);
        if (!lacking.prepare.isEmpty()) {
            execute(database, lacking.prepare.replace("%s", database).split(";"));
        }
        List<String> rejections = new ArrayList<>();
        for (Optional<String> rejection = rejected(database); rejection.isPresent(); rejection = rejected(database)) {
            rejections.add(rejection.get());
            assertTrue(rejections.size() <= lacking.rejections.size(), rejections::toString);
            assertTrue(rejection.get().startsWith(lacking.rejections.get(rejections.size() - 1).replace("%s", database)), rejection.get());
            Matcher advice = ADVICE.matcher(rejection.get());
            assertTrue(advice.find(), rejection.get());
            execute(database, advice.group(1).split(";"));
        }
        assertEquals(lacking.rejections.size(), rejections.size(), rejections::toString);
        migrate(database);
        assertEquals(Optional.empty(), rejection(url(database), "parley", "", false));
        assertWorks(database);
    }

    private static Optional<String> rejected(String database) throws SQLException {
        Optional<String> rejection = rejection(url(database), "parley", "", true);
        rejection.ifPresent(line -> assertFalse(line.contains("\n"), line));
        return rejection;
    }

    /** Objects of the extensions are found in any schema, and nothing is created elsewhere. */
    private static void assertWorks(String database) throws SQLException {
        try (AgroalDataSource pool = pool(url(database), "parley", ""); Connection connection = pool.getConnection()) {
            assertEquals("0", value(connection, "select set_config('parley.as_of', '0', false)"));
            assertEquals("eclair true 0", value(connection,
                    "select plain('Éclair') || ' ' || ('eclair' <% plain('éclair au café')) || ' ' || count(*) from as_of.meeting"));
            assertEquals(null, value(connection, "select derive()"));
            assertEquals("as_of,history,public",
                    value(connection, "select string_agg(distinct n.nspname, ',') from pg_class c join pg_namespace n "
                            + "on n.oid = c.relnamespace where c.relkind in ('r', 'v') and c.relowner = 'parley'::regrole"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table public.orders (id int)", "create sequence public.numbers",
            "create type public.mood as enum ('good')", "create function public.plain(words text) returns text language sql return words",
            "create domain public.day as date", "create view public.orders as select 1",
            "create schema history; create table history.orders (id int)",
            "create table public.flyway_schema_history (version text, script text, success boolean);"
                    + "insert into public.flyway_schema_history values ('20240115123000', 'V20240115123000__orders.sql', true);"
                    + "grant select on public.flyway_schema_history to parley",
            "create table public.flyway_schema_history (version text, script text, success boolean);"
                    + "insert into public.flyway_schema_history values ('1', 'db/migration/V1__my_record.sql', true);"
                    + "grant select on public.flyway_schema_history to parley"})
    void databasesOfOtherApplications(String prepare) throws SQLException {
        String database = newDatabase("owner parley");
        execute(database, prepare.split(";"));
        String rejection = rejected(database).orElse("");
        assertTrue(rejection.contains("another application") && rejection.endsWith("Give Parley a database of its own."), rejection);
    }

    @ParameterizedTest
    @CsvSource({"LATIN1", "SQL_ASCII", "LATIN5", "KOI8R", "EUC_JP"})
    void encodings(String encoding) throws SQLException {
        String database = newDatabase("locale 'C' owner parley encoding " + encoding);
        String rejection = rejected(database).orElse("");
        assertTrue(rejection.startsWith("The database " + database + " has the encoding " + encoding + ", and Parley needs UTF8."),
                rejection);
        execute("postgres", rejection.substring(rejection.indexOf("CREATE"), rejection.length() - 1) + " owner parley");
        assertEquals(Optional.empty(), rejected(database + "_utf8"));
    }

    /** A user that may only read, and older and newer versions. */
    @Test
    void readersAndVersions() throws SQLException {
        String database = newDatabase("owner parley");
        migrate(database);
        execute("postgres", "create role \"Odd reader\" login password 'x'");
        String before = null;
        for (Optional<String> rejection = reader(database); rejection.isPresent(); rejection = reader(database)) {
            assertFalse(rejection.get().equals(before), before);
            before = rejection.get();
            assertTrue(before.startsWith("The user \"Odd reader\" may not read "), before);
            Matcher advice = ADVICE.matcher(before);
            assertTrue(advice.find(), before);
            execute(database, advice.group(1).split(";"));
        }
        execute(database, "revoke select on meeting from \"Odd reader\"");
        assertTrue(reader(database).orElse("").startsWith("The user \"Odd reader\" may not read public.meeting. Run: GRANT USAGE"));
        execute(database, "insert into flyway_schema_history select installed_rank + 9, '99', description, type, script, checksum, "
                + "installed_by, installed_on, execution_time, success from flyway_schema_history where version = '" + NEEDED + "'");
        assertEquals(Optional.empty(), rejection(url(database), "parley", "", false));
        execute(database, "delete from flyway_schema_history where version in ('99', '" + NEEDED + "')");
        assertEquals(Optional.of(DatabaseCheck.OUTDATED), rejection(url(database), "parley", "", false));
        assertEquals(Optional.empty(), rejection(url(database), "parley", "", true));
    }

    private static Optional<String> reader(String database) throws SQLException {
        return rejection(url(database), "Odd reader", "x", false);
    }

    /** User names and passwords with special characters. */
    @ParameterizedTest
    @ValueSource(strings = {"${x}", "$", "$$a", "a\\b", "it's", "\"quoted\"", "user@host", "50%40", "in the middle", "пароль",
            "mot-de-passé", "密码", "a:b/c?d=e&f#g", "{}", ";--", "\uD83D\uDD11"})
    void oddCredentials(String odd) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
            execute("postgres", "create role " + value(connection, "select quote_ident('" + odd.replace("'", "''") + "')")
                    + " login password " + value(connection, "select quote_literal('" + odd.replace("'", "''") + "')"));
        }
        assertEquals(Optional.of(DatabaseCheck.OUTDATED), rejection(url("postgres"), odd, odd, false));
        assertEquals(odd.contains("'"), rejection(url("postgres"), odd, odd, true).orElse("").contains("has an apostrophe"));
        String rejection = rejection(url("postgres"), odd, odd + "x", false).orElse("");
        assertTrue(rejection.startsWith("The database rejects the connection: FATAL: password authentication failed for user "), rejection);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "postgres://u:p@127.0.0.1/postgres | parley | '' | QUARKUS_DATASOURCE_JDBC_URL is not a PostgreSQL URL. Write jdbc:",
            "jdbc:mysql://127.0.0.1/parley | parley | '' | QUARKUS_DATASOURCE_JDBC_URL is not a PostgreSQL URL. Write jdbc:",
            "jdbc:postgresql://127.0.0.1:PORT/nowhere | parley | '' | The database rejects the connection: FATAL: database \"nowhere\" does not exist.",
            "jdbc:postgresql://127.0.0.1:PORT/%24%7Bx%7D | parley | '' | The database rejects the connection: FATAL: database \"${x}\" does not exist.",
            "jdbc:postgresql://127.0.0.1:PORT/postgres | nobody | x | The database rejects the connection: FATAL: password authentication failed",
            "jdbc:postgresql://127.0.0.1:PORT/postgres | nobody | '' | The database rejects the connection: The server requested SCRAM-based auth",
            "jdbc:postgresql://127.0.0.1:PORT/postgres?sslmode=require | parley | '' | The database rejects the connection: The server does not support SSL.",
            "jdbc:postgresql://127.0.0.1:PORT/postgres?sslmode=verify-full | parley | '' | The database rejects the connection: ",
            "jdbc:postgresql://127.0.0.1:PORT/postgres?sslmode=never | parley | '' | The database rejects the connection: Invalid sslmode value: never.",
            "jdbc:postgresql://127.0.0.1:PORT/postgres?currentSchema=parley | parley | '' | currentSchema=parley in QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://127.0.0.1:PORT/postgres?currentSchema=parley,public | parley | '' | currentSchema=parley,public in",
            "jdbc:postgresql://127.0.0.1:PORT/postgres?currentSchema=public | parley | '' | The database's tables are older",
            "jdbc:postgresql://127.0.0.1:PORT/postgres | parley\uFFFD | '' | The characters of QUARKUS_DATASOURCE_USERNAME or QUARKUS_DATASOURCE_PASSWORD",
            "jdbc:postgresql://127.0.0.1:PORT/postgres | parley | \uFFFD | The characters of QUARKUS_DATASOURCE_USERNAME or QUARKUS_DATASOURCE_PASSWORD"})
    void settings(String url, String user, String password, String expected) throws SQLException {
        String rejection = rejection(url.replace("PORT", String.valueOf(server.getPort())), user, password, false).orElse("");
        assertTrue(rejection.startsWith(expected), rejection);
        assertTrue(!rejection.contains("\n") && !rejection.contains("..") && rejection.endsWith("."), rejection);
    }

    /** Temporary failures are not reported as problems. */
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://127.0.0.1:1/postgres", "jdbc:postgresql://nowhere.invalid/postgres"})
    void unavailable(String url) {
        assertThrows(SQLException.class, () -> rejection(url, "parley", "", false));
    }
}
