package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the packaged service that need no database. */
class CommandsIT {

    private record Outcome(int exit, String out, String err) {}

    @Test
    void checkOfTheDataSetFindsNoFault() throws Exception {
        Outcome check = run("check", "seeds");
        assertEquals(0, check.exit, check.err);
        assertTrue(check.out.matches("\\d+ records, no faults\\R"), check.out);
    }

    @Test
    void checkTellsEveryFault() throws Exception {
        Outcome check = run("check", "src/test/resources/seed-faults");
        assertEquals(1, check.exit, check.err);
        long faults = check.err.lines().filter(line -> line.startsWith("src/test/resources/seed-faults/")).count();
        assertTrue(faults >= 40, check.err);
        assertTrue(check.err.contains(faults + " faults in the data set; nothing was written:"), check.err);
    }

    @Test
    void importThatIsOnlyTriedWritesNothing() throws Exception {
        Path file = Path.of("seeds/meetings/talks.yaml");
        Outcome tried = run("import", "src/test/resources/exchange/talks.csv", "--map", "mappings/meetings.yaml", "--source",
                "russia-stresses-its-red-lines", "--dry-run");
        assertEquals(0, tried.exit, tried.err);
        assertTrue(tried.out.contains("  2 new meetings\n"), tried.out);
        assertTrue(tried.out.endsWith("Dry run: nothing was written\n"), tried.out);
        assertFalse(Files.exists(file));
    }

    @Test
    void importWritesAFileOfItsOwn() throws Exception {
        Path folder = Files.createTempDirectory("seeds");
        new SeedCopy(folder);
        Outcome done = run("import", "src/test/resources/exchange/legislature.json", "--map", "mappings/popolo.yaml", "--source",
                "list-of-cities", "--into", folder.toString());
        assertEquals(0, done.exit, done.err);
        assertTrue(Files.readString(folder.resolve("actors/legislature.yaml"))
                .contains("{title: 'President, Utopia', of: utopia, rank: LEADER, from: 2020}"), done.out);
    }

    @Test
    void importTellsEveryFault() throws Exception {
        Outcome faulty = run("import", "src/test/resources/exchange/faulty.csv", "--map", "mappings/meetings.yaml", "--source",
                "russia-stresses-its-red-lines", "--quiet");
        assertEquals(1, faulty.exit, faulty.err);
        assertTrue(faulty.err.matches("(?s)\\d+ faults in the import; nothing was written:\n.*"), faulty.err);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"laod seeds | Unknown command 'laod seeds'", "load | Missing argument DIR",
            "migrate twice | Unexpected argument 'twice'", "dump out --format xml | Unknown format 'xml'",
            "dump out --format | Missing value of the option --format", "load seeds --format csv | Unknown option --format",
            "import talks.csv --source news | Missing option --map",
            "import minutes talks.csv --map pom.xml | Unexpected argument 'talks.csv'",
            "check nowhere | 'nowhere' does not exist; name the folder", "load nowhere | 'nowhere' does not exist; name the folder",
            "check pom.xml | 'pom.xml' is not a folder", "load pom.xml | 'pom.xml' is not a folder", "dump docs | 'docs' is not empty",
            "dump pom.xml | 'pom.xml' is not a folder", "dump pom.xml/out | cannot be written", "dump / | '/' is not empty",
            "import docs --map pom.xml | 'docs' is not a file", "import / --map pom.xml | '/' is not a file",
            "import nowhere.csv --map pom.xml | 'nowhere.csv' does not exist",
            "import pom.xml --map mappings/meetings.yaml --source news --into nowhere | 'nowhere' does not exist"})
    void misuseIsOneLine(String line, String fault) throws Exception {
        Outcome misused = run(line.split(" "));
        assertEquals(2, misused.exit, misused.err);
        assertTrue(misused.err.contains(fault), misused.err);
        assertEquals(1, misused.err.lines().count(), misused.err);
        assertEquals("", misused.out);
    }

    @Test
    void helpIsPrinted() throws Exception {
        Outcome help = run("--help");
        assertEquals(0, help.exit, help.err);
        assertTrue(help.out.startsWith("Usage:"), help.out);
    }

    /** The program `script` gives a command a terminal. */
    @Test
    void barIsDrawnOnATerminalOnly() throws Exception {
        String check = String.join(" ", command("check", "seeds"));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no program script");
        Outcome terminal = start(List.of("script", "-qec", check, "/dev/null"));
        assertTrue(terminal.out.matches("(?s).*\\[[#.]{30}\\].*\r\u001b\\[K\\d+ records, no faults\\s+"), terminal.out);
        Outcome quiet = start(List.of("script", "-qec", check + " --quiet", "/dev/null"));
        assertTrue(quiet.out.matches("\\d+ records, no faults\\s+"), quiet.out);
        Outcome plain = run("check", "seeds");
        assertTrue(plain.out.matches("\\d+ records, no faults\\R") && !plain.err.contains("\u001b"), plain.err);
    }

    @Test
    void pathThatTheLocaleCannotDecodeIsOneLine() throws Exception {
        assumeTrue(!Files.exists(Path.of(System.getProperty("native.image.path", "none"))), "the executable decodes UTF-8 in any locale");
        for (String arguments : List.of("check", "load", "dump", "import --map mappings/meetings.yaml --source news")) {
            List<String> command = new ArrayList<>(
                    List.of("env", "LC_ALL=POSIX", "sh", "-c", "exec \"$@\" \"$(printf 'caf\\303\\251')\"", "sh"));
            command.addAll(command(arguments.split(" ")));
            Outcome misused = start(command);
            assertEquals(2, misused.exit, misused.err);
            assertTrue(misused.err.endsWith("cannot be decoded in this locale; set LC_ALL=C.UTF-8\n"), misused.err);
            assertEquals(1, misused.err.lines().count(), misused.err);
        }
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        return start(command(arguments));
    }

    private static List<String> command(String... arguments) {
        Path service = Path.of("target/quarkus-app/quarkus-run.jar");
        Path image = Path.of(System.getProperty("native.image.path", "none"));
        List<String> command = new ArrayList<>(Files.exists(image) ? List.of(image.toString()) : List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar", service.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Outcome start(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", null);
        Path err = Files.createTempFile("err", null);
        int exit = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Outcome(exit, Files.readString(out), Files.readString(err));
    }
}
