package org.parley.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The commands of the packaged service that need no database. */
class CommandsIT {

    private record Outcome(int exit, String out, String err) {}

    @Test
    void checkOfTheDataSetFindsNoFault() throws Exception {
        Outcome check = run("check", "seeds");
        assertEquals(0, check.exit, check.err);
        assertTrue(check.out.matches("\\d+ records, no fault\\R"), check.out);
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
        Outcome tried = run("import", "meetings", "src/test/resources/exchange/talks.csv", "--source", "russia-stresses-its-red-lines",
                "--dry-run");
        assertEquals(0, tried.exit, tried.err);
        assertTrue(tried.out.startsWith("2 new meetings for " + file + ":"), tried.out);
        assertTrue(tried.out.endsWith("dry run: nothing was written\n"), tried.out);
        assertFalse(Files.exists(file));
    }

    @Test
    void importWritesAFileOfItsOwn() throws Exception {
        Path folder = Files.createTempDirectory("seeds");
        new SeedCopy(folder);
        Outcome done = run("import", "popolo", "src/test/resources/exchange/legislature.json", "--source", "russia-stresses-its-red-lines",
                "--locator", "paragraph 2", "--into", folder.toString());
        assertEquals(0, done.exit, done.err);
        assertEquals(Files.readString(Path.of("src/test/resources/exchange/legislature.expected.yaml")),
                Files.readString(folder.resolve("actors/legislature.yaml")));
    }

    @Test
    void importTellsEveryFault() throws Exception {
        Outcome faulty = run("import", "meetings", "src/test/resources/exchange/faulty.csv", "--source", "russia-stresses-its-red-lines");
        assertEquals(1, faulty.exit, faulty.err);
        assertTrue(faulty.err.startsWith("16 faults in the import; nothing was written:\n"), faulty.err);
    }

    @Test
    void unknownCommandIsToldTheUsage() throws Exception {
        for (String[] command : List.of(new String[]{"laod", "seeds"}, new String[]{"load"}, new String[]{"migrate", "twice"},
                new String[]{"dump"}, new String[]{"dump", "out", "--format", "xml"}, new String[]{"dump", "out", "--format"},
                new String[]{"load", "seeds", "--format", "csv"}, new String[]{"import", "meetings", "talks.csv"},
                new String[]{"import", "minutes", "talks.csv", "--source", "news"})) {
            Outcome misused = run(command);
            assertEquals(2, misused.exit, misused.err);
            assertTrue(misused.err.startsWith("Usage:"), misused.err);
        }
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        Path service = Path.of("target/quarkus-app/quarkus-run.jar");
        Path image = Path.of(System.getProperty("native.image.path", "none"));
        List<String> command = new ArrayList<>(Files.exists(image) ? List.of(image.toString())
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", service.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("out", null);
        Path err = Files.createTempFile("err", null);
        int exit = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Outcome(exit, Files.readString(out), Files.readString(err));
    }
}
