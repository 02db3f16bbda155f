package org.parley.deploy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.parley.dataset.SeedCopy;
import org.parley.deploy.PackagedService.Outcome;

/** A plain PostgreSQL, migrated and filled by the packaged service's commands. */
public class PlainPostgres implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    /** Filled once for all tests of this process, and halted. */
    private static PlainPostgres original;

    private EmbeddedPostgres database;
    private Path data;

    /** A PostgreSQL without any tables. */
    static PlainPostgres empty() {
        return empty(EmbeddedPostgres.builder());
    }

    /** The same of another version, whose programs are in that archive. */
    static PlainPostgres empty(Path archive) {
        return empty(EmbeddedPostgres.builder().setPgBinaryResolver((system, machine) -> programs(archive)));
    }

    private static InputStream programs(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry programs = zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findAny().orElseThrow();
            return new ByteArrayInputStream(zip.getInputStream(programs).readAllBytes());
        }
    }

    private static PlainPostgres empty(EmbeddedPostgres.Builder builder) {
        PlainPostgres postgres = new PlainPostgres();
        try {
            postgres.data = Files.createTempDirectory("plain-postgres");
            postgres.open(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return postgres;
    }

    private void open(EmbeddedPostgres.Builder builder) throws IOException {
        database = builder.setDataDirectory(data).setCleanDataDirectory(false).setPGStartupWait(Duration.ofSeconds(30)).start();
    }

    /** Sends everyone away. */
    void halt() throws IOException {
        database.close();
    }

    /** Ends it at once, as if its machine had failed: what was being done is lost, and clients hear no word. */
    void crash() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        signal("QUIT", Stream.of(postmaster));
        postmaster.onExit().join();
        database.close();
    }

    /** Stops all its processes: their connections stay, and say nothing. */
    void freeze() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        signal("STOP", Stream.of(postmaster));
        signal("STOP", postmaster.descendants());
    }

    void thaw() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        signal("CONT", Stream.concat(postmaster.descendants(), Stream.of(postmaster)));
    }

    boolean isRunning() {
        return Files.exists(data.resolve("postmaster.pid"));
    }

    private ProcessHandle postmaster() throws IOException {
        long id = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(id).orElseThrow(() -> new IOException("no postmaster " + id));
    }

    private static void signal(String name, Stream<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        if (command.size() > 2) {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }

    /** A filled one: a copy of the same original as all others. */
    static PlainPostgres filledCopy() throws IOException {
        PlainPostgres copy = copyOfOriginal();
        copy.open(EmbeddedPostgres.builder());
        return copy;
    }

    /** A standby of a filled copy. */
    static PlainPostgres standbyOf(PlainPostgres primary) throws IOException {
        PlainPostgres standby = copyOfOriginal();
        standby.follow(primary);
        standby.open(EmbeddedPostgres.builder());
        return standby;
    }

    private static synchronized PlainPostgres copyOfOriginal() throws IOException {
        if (original == null) {
            PlainPostgres filled = empty().filled();
            filled.halt();
            Runtime.getRuntime().addShutdownHook(new Thread(filled::close));
            original = filled;
        }
        PlainPostgres copy = new PlainPostgres();
        copy.data = Files.createTempDirectory("plain-postgres");
        copy(original.data, copy.data);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(each -> !each.equals(from) && !each.endsWith("epg-lock"))::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Is to follow that one when it starts. */
    void follow(PlainPostgres primary) throws IOException {
        Files.writeString(data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary.database.getPort() + " user=postgres'\n");
        Files.createFile(data.resolve("standby.signal"));
    }

    /** Makes all its sessions read-only, from their next transaction on. */
    void turnReadOnly() throws SQLException {
        execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
    }

    /** Undoes what made its sessions read-only; those that took it from their database at their start stay so. */
    void turnWritable() throws SQLException {
        execute("set default_transaction_read_only = off", "alter database postgres reset default_transaction_read_only",
                "alter system reset default_transaction_read_only", "select pg_reload_conf()");
    }

    /** Ends the sessions of clients that this condition on pg_stat_activity finds. */
    void endSessions(String condition) throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and backend_type = 'client backend' and " + condition);
    }

    /** Locks a table until the connection is closed. */
    Connection lock(String table) throws SQLException {
        Connection lock = database.getPostgresDatabase().getConnection();
        lock.setAutoCommit(false);
        try (Statement statement = lock.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return lock;
    }

    /** Waits until a session waits for that table; the end of a query that finds it. */
    String awaitBlocked(String table) throws Exception {
        String blocked = "from pg_locks where relation = '" + table + "'::regclass and not granted";
        WholeService.await("a session waits for " + table, () -> !value("select count(*) " + blocked).equals("0"), () -> "");
        return blocked;
    }

    /** Becomes a primary. */
    void promote() throws SQLException {
        execute("select pg_promote()");
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String value(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    int port() {
        return database.getPort();
    }

    /** The same again, after it was halted. */
    void restart() throws IOException {
        open(EmbeddedPostgres.builder().setPort(database.getPort()));
    }

    /** The environment variables of the deployed service. */
    Map<String, String> environment() {
        return environmentAt(database.getPort());
    }

    /** The same, with the database behind another port. Tests hold the database up for longer than a request may take of it. */
    static Map<String, String> environmentAt(int port) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "QUARKUS_DATASOURCE_USERNAME",
                "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres", "PARLEY_LIMITS_DATABASE_TIME", "10s");
    }

    /** The environment of a service that uses a new database of this server, created with these options. */
    Map<String, String> environment(String name, String options) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 " + options);
        }
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/" + name);
        return environment;
    }

    /** The same, and these settings. */
    Map<String, String> environment(Map<String, String> settings) {
        return environmentAt(database.getPort(), settings);
    }

    static Map<String, String> environmentAt(int port, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(environmentAt(port));
        settings.forEach((name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        return environment;
    }

    EmbeddedPostgres database() {
        return database;
    }

    PlainPostgres filled() {
        done("migrate");
        done("load", dataSet().toString());
        return this;
    }

    /** The data set that it is filled with. */
    Path dataSet() {
        return SeedCopy.DATA_SET;
    }

    private void done(String... command) {
        Outcome outcome = PackagedService.run(environment(), command);
        if (outcome.exit() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + outcome.said());
        }
    }

    @Override
    public Map<String, String> start() {
        PlainPostgres empty = empty();
        database = empty.database;
        data = empty.data;
        filled();
        return Map.of("quarkus.datasource.jdbc.url", environment().get("QUARKUS_DATASOURCE_JDBC_URL"), "quarkus.datasource.username",
                "postgres", "quarkus.datasource.password", "postgres");
    }

    @Override
    public void stop() {
        if (database != null) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            database.close();
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
