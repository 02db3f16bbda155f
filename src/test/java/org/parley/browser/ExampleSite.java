package org.parley.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.parley.deploy.NodeProject;

/** The built pages of clients/example, served by Vite, which forwards requests to the service. */
record ExampleSite(Process vite, String address) implements AutoCloseable {

    private static final NodeProject EXAMPLE = new NodeProject(Path.of("clients/example"));

    /** Skips the test without Node. */
    static ExampleSite open(Site site) throws IOException, InterruptedException {
        EXAMPLE.assumeNode();
        EXAMPLE.install();
        NodeProject.Run built = EXAMPLE.runScript("check");
        if (built.exit() != 0) {
            throw new AssertionError(built.output());
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path printed = Files.createTempFile("vite", ".log");
        Process vite = EXAMPLE.start(Map.of("PARLEY_URL", site.service.address()), printed, "node", "node_modules/vite/bin/vite.js",
                "preview", "--host", "127.0.0.1", "--strictPort", "--port", String.valueOf(port));
        ExampleSite opened = new ExampleSite(vite, "http://127.0.0.1:" + port);
        Instant end = Instant.now().plusSeconds(60);
        while (!Files.readString(printed).contains("127.0.0.1")) {
            if (!vite.isAlive() || Instant.now().isAfter(end)) {
                opened.close();
                throw new AssertionError(Files.readString(printed));
            }
            Thread.sleep(100);
        }
        return opened;
    }

    @Override
    public void close() {
        vite.destroy();
    }
}
