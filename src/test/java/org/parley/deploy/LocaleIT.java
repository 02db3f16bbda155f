package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.dataset.SeedCopy;
import org.parley.deploy.PackagedService.Outcome;

/** The output of the packaged service does not depend on the locale of the machine or of the database. */
@Tag("slow")
class LocaleIT {

    /** What a command prints after each five seconds. */
    private static final String PROGRESS = ".*, [0-9]+ s";

    /** A machine's options, the options of the database that is made there, and locales under which the service is started once more. */
    record Machine(String name, List<String> options, String database, List<List<String>> others) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<String> AMERICAN = options("en", "US", "", "UTC");

    @TempDir
    static Path folder;
    private static PlainPostgres server;
    private static Map<String, String> printed;
    private static Map<String, String> dumped;
    private static Map<String, String> answered;

    private static List<String> options(String language, String country, String extensions, String zone) {
        return List.of("-Duser.language=" + language, "-Duser.country=" + country, "-Duser.extensions=" + extensions,
                "-Duser.timezone=" + zone, "-XX:TieredStopAtLevel=1");
    }

    static Stream<Machine> machines() {
        return Stream.of(
                new Machine("machine_az", options("fa", "IR", "", "Asia/Kabul"), "lc_collate 'az_AZ.UTF-8' lc_ctype 'az_AZ.UTF-8'",
                        List.of(options("ar", "EG", "u-nu-arab", "Africa/Cairo"), options("de", "DE", "", "Europe/Berlin"))),
                new Machine("machine_tr", options("tr", "TR", "", "Europe/Istanbul"), "lc_collate 'tr_TR.UTF-8' lc_ctype 'tr_TR.UTF-8'",
                        List.of(options("hi", "IN", "u-nu-deva", "Asia/Kolkata"))),
                new Machine("machine_icu", options("th", "TH", "u-ca-buddhist-nu-thai", "Pacific/Kiritimati"),
                        "locale_provider icu icu_locale 'az-AZ' locale 'en_US.UTF-8'",
                        List.of(options("ja", "JP", "u-ca-japanese", "Asia/Tokyo"))));
    }

    @BeforeAll
    static void americanMachine() throws Exception {
        server = PlainPostgres.empty();
        Map<String, String> environment = server.environment("machine_us", "locale 'C'");
        printed = printed(environment, AMERICAN, "machine_us");
        dumped = files(folder.resolve("machine_us"));
        try (PackagedService service = PackagedService.serve(environment, AMERICAN)) {
            answered = LocaleQuestions.answers(service);
        }
        LocaleQuestions.assertSomethingIsSaid(answered);
    }

    @AfterAll
    static void drop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void sameBytes(Machine machine) throws Exception {
        Map<String, String> environment = database(machine);
        assertSame(printed, printed(environment, machine.options, machine.name));
        assertSame(dumped, files(folder.resolve(machine.name)));
        for (List<String> options : Stream.concat(Stream.of(machine.options), machine.others.stream()).toList()) {
            try (PackagedService service = PackagedService.serve(environment, options)) {
                assertSame(answered, LocaleQuestions.answers(service));
            }
        }
    }

    private static Map<String, String> database(Machine machine) {
        try {
            return server.environment(machine.name, machine.database);
        } catch (SQLException e) {
            return abort("no database of this locale can be made (.ci/packages makes the locales): " + e.getMessage());
        }
    }

    /** What the commands print, but for the log and the places of files. */
    private static Map<String, String> printed(Map<String, String> environment, List<String> options, String name) throws IOException {
        Path faulty = new SeedCopy(folder.resolve(name + "-faulty")).replace("date: 2023-07-15", "date: 2023-07-35")
                .replace("kind: SUMMIT", "kind: SÜMMİT").folder();
        Map<String, String> machine = new HashMap<>(environment);
        machine.putAll(Map.of("LANG", "C", "LC_ALL", "C"));
        Map<String, String> printed = new TreeMap<>();
        for (String command : List.of("migrate", "load " + SeedCopy.DATA_SET, "load " + SeedCopy.DATA_SET, "dump " + folder.resolve(name),
                "dump " + folder.resolve(name + "/csv") + " --format csv", "check " + SeedCopy.DATA_SET, "check " + faulty,
                "import src/test/resources/exchange/talks.csv --map mappings/meetings.yaml --source russia-stresses-its-red-lines --dry-run")) {
            Outcome outcome = PackagedService.run(machine, options, command.split(" "));
            String lines = outcome.said().lines().filter(line -> !line.startsWith("{") && !line.matches(PROGRESS))
                    .collect(Collectors.joining("\n"));
            printed.merge(command.replace(name, "X"), outcome.exit() + "\n" + lines.replace(name, "X"), String::concat);
        }
        return printed;
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        assertTrue(read.size() > 20, read.keySet()::toString);
        return read;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertFalse(expected.isEmpty());
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((what, bytes) -> assertEquals(bytes, found.get(what), what));
    }
}
