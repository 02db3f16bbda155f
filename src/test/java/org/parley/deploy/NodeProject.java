package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder with a package.json, whose commands need Node and npm. */
public record NodeProject(Path folder) {

    private static final int OLDEST_NODE = 20;
    /** The longest time of a command. */
    private static final int MINUTES = 10;
    private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    /** How a command ended, and all that it printed. */
    public record Run(int exit, String output) {}

    /** Skips the test without Node or npm. */
    public void assumeNode() throws InterruptedException {
        Run node = run("node", "--version");
        assumeTrue(node.exit == 0 && Integer.parseInt(node.output.strip().replaceAll("^v|\\..*", "")) >= OLDEST_NODE,
                "skipped: needs Node " + OLDEST_NODE + " or later");
        assumeTrue(run(npm(), "--version").exit == 0, "skipped: needs npm");
    }

    /** Installs the packages. Skips the test if the registry cannot be reached, except on CI. */
    public void install() throws IOException, InterruptedException {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        Path wanted = folder.resolve("package-lock.json");
        if (Files.exists(installed) && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
            return;
        }
        Run install = run(npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(install.exit == 0 || System.getenv("CI") != null, () -> "skipped: npm ci failed: " + install.output);
        assertEquals(0, install.exit, install.output);
    }

    /** Runs a script of package.json. */
    public Run runScript(String name) throws InterruptedException {
        return run(npm(), "run", name);
    }

    private static String npm() {
        return WINDOWS ? "npm.cmd" : "npm";
    }

    /** Runs a command to its end. */
    public Run run(String... command) throws InterruptedException {
        try {
            Path printed = Files.createTempFile("node", ".log");
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(printed.toFile()).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            Run run = new Run(ended ? process.exitValue() : -1,
                    Files.readString(printed) + (ended ? "" : "still running after the time limit"));
            Files.delete(printed);
            return run;
        } catch (IOException notThere) {
            return new Run(-1, notThere.getMessage());
        }
    }

    /** Starts a command that ends when it is destroyed, and prints to a file. */
    public Process start(Map<String, String> environment, Path printed, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
