package org.parley.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        Process vite = EXAMPLE.start(Map.of("PARLEY_URL", site.service.address()), "node", "node_modules/vite/bin/vite.js", "preview",
                "--host", "127.0.0.1", "--strictPort", "--port", String.valueOf(port));
        ExampleSite opened = new ExampleSite(vite, "http://127.0.0.1:" + port);
        opened.awaitStart();
        return opened;
    }

    private void awaitStart() throws IOException {
        BufferedReader output = vite.inputReader(StandardCharsets.UTF_8);
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            if (line.contains("127.0.0.1")) {
                return;
            }
        }
        throw new AssertionError(printed.toString());
    }

    @Override
    public void close() {
        vite.destroy();
    }
}
