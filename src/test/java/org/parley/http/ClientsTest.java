package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.graphql.ShippedDataSet;

/**
 * Common GraphQL clients work unchanged, the audit of GraphQL over HTTP passes, and the example is typed: see clients/. Needs Node and npm.
 */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class ClientsTest {

    private static final Logger LOG = Logger.getLogger(ClientsTest.class);
    private static final Path FOLDER = Path.of("clients");
    private static final int OLDEST_NODE = 20;
    private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    private record Run(int exit, String output) {}

    @TestHTTPResource("/graphql")
    String service;

    @BeforeAll
    static void needsNode() throws Exception {
        Run node = run(FOLDER, "node", "--version");
        assumeTrue(node.exit == 0 && Integer.parseInt(node.output.strip().replaceAll("^v|\\..*", "")) >= OLDEST_NODE,
                "skipped: the clients need Node " + OLDEST_NODE + " or later");
        assumeTrue(run(FOLDER, npm(), "--version").exit == 0, "skipped: the clients need npm");
    }

    /** The example's types are made from the schema, checked strictly, and its page is built. */
    @Test
    void exampleIsTyped() throws Exception {
        Path example = FOLDER.resolve("example");
        install(example);
        Run check = run(example, npm(), "run", "check");
        assertEquals(0, check.exit, check.output);
    }

    @Test
    void workWithoutChanges() throws Exception {
        install(FOLDER);
        Run clients = run(FOLDER, "node", "run.js", service);
        LOG.info("\n" + clients.output);
        assertEquals(0, clients.exit, clients.output);
        assertTrue(clients.output.contains("audit: 61 of 61 ok"), clients.output);
        for (String client : List.of("validation", "lint", "apollo", "urql", "relay", "live", "sse", "federation")) {
            assertTrue(clients.output.contains(client + ": "), clients.output);
        }
    }

    /** Skips the test if the registry cannot be reached, except on CI. */
    private static void install(Path folder) throws Exception {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        Path wanted = folder.resolve("package-lock.json");
        if (Files.exists(installed) && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
            return;
        }
        Run install = run(folder, npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(install.exit == 0 || System.getenv("CI") != null, () -> "skipped: npm ci failed: " + install.output);
        assertEquals(0, install.exit, install.output);
    }

    private static String npm() {
        return WINDOWS ? "npm.cmd" : "npm";
    }

    private static Run run(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException notThere) {
            return new Run(-1, notThere.getMessage());
        }
    }
}
