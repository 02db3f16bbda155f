package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.deploy.NodeProject;
import org.parley.graphql.ShippedDataSet;

/**
 * Common GraphQL clients work unchanged, the audit of GraphQL over HTTP passes, and the example is typed: see clients/. Needs Node and npm.
 */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class ClientsTest {

    private static final Logger LOG = Logger.getLogger(ClientsTest.class);
    private static final NodeProject CLIENTS = new NodeProject(Path.of("clients"));
    private static final NodeProject EXAMPLE = new NodeProject(Path.of("clients/example"));

    @TestHTTPResource("/graphql")
    String service;

    @BeforeAll
    static void needsNode() throws Exception {
        CLIENTS.assumeNode();
    }

    /** The example's types are made from the schema, checked strictly, and its pages are built. */
    @Test
    void exampleIsTyped() throws Exception {
        EXAMPLE.install();
        NodeProject.Run check = EXAMPLE.runScript("check");
        assertEquals(0, check.exit(), check.output());
    }

    @Test
    void workWithoutChanges() throws Exception {
        CLIENTS.install();
        NodeProject.Run clients = CLIENTS.run("node", "run.js", service);
        LOG.info("\n" + clients.output());
        assertEquals(0, clients.exit(), clients.output());
        assertTrue(clients.output().contains("audit: 61 of 61 ok"), clients.output());
        for (String client : List.of("validation", "lint", "apollo", "urql", "relay", "live", "sse", "federation")) {
            assertTrue(clients.output().contains(client + ": "), clients.output());
        }
    }
}
