package org.parley.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as deployed, in its own process, configured by environment variables: the executable if present, else the jar. */
final class PackagedService implements AutoCloseable {

    static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String READY = "/q/health/ready";
    private static final Duration MOST_START = Duration.ofSeconds(60);
    /** Most of these processes live for seconds, in which the optimizing compiler would cost more than it saves. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Tests send all requests from one address, also where they stand for many clients. */
    private static final Map<String, String> ONE_CLIENT = Map.of("PARLEY_CLIENTS_CONCURRENT_REQUESTS", "200",
            "PARLEY_CLIENTS_CONCURRENT_MUTATIONS", "50", "PARLEY_CLIENTS_RATE", "0", "PARLEY_CLIENTS_CONNECTIONS", "100000");

    /** How a command ended, and all that it said. */
    record Outcome(int exit, String said) {}

    final Process process;
    final URI address;
    /** Where its health and metrics are. */
    final URI management;
    private final Path log;

    private PackagedService(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.management = URI.create("http://127.0.0.1:" + managementPort);
        this.log = log;
    }

    /** Runs a command to its end. */
    static Outcome run(Map<String, String> environment, String... command) {
        return run(environment, List.of(), command);
    }

    /** The same with these options of the process, such as `-Duser.language=fa`. */
    static Outcome run(Map<String, String> environment, List<String> options, String... command) {
        try (PackagedService service = start(environment, options, command)) {
            if (!service.process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError(String.join(" ", command) + " does not end:\n" + service.said());
            }
            return new Outcome(service.process.exitValue(), service.said());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a command, and does not wait for it. */
    static PackagedService begin(Map<String, String> environment, String... command) {
        return start(environment, command);
    }

    /** Serves, without warming up where that is not asked for, and waits until it is ready. */
    static PackagedService serve(Map<String, String> environment) {
        return serve(environment, List.of());
    }

    /** The same with these options of the process. */
    static PackagedService serve(Map<String, String> environment, List<String> options) {
        Map<String, String> whole = new HashMap<>(Map.of("PARLEY_HTTP_WARM_UP", "0s"));
        whole.putAll(environment);
        return serve(whole, READY, options);
    }

    /** Serves, and waits until that path says yes. */
    static PackagedService serve(Map<String, String> environment, String path) {
        return serve(environment, path, List.of());
    }

    private static PackagedService serve(Map<String, String> environment, String path, List<String> options) {
        PackagedService service = start(environment, options);
        long until = System.nanoTime() + MOST_START.toNanos();
        while (!service.says(path)) {
            if (!service.process.isAlive() || System.nanoTime() > until) {
                service.close();
                throw new AssertionError("not ready:\n" + service.said());
            }
            pause();
        }
        return service;
    }

    /** Leaves the processors to the one that starts. */
    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackagedService start(Map<String, String> environment, String... command) {
        return start(environment, List.of(), command);
    }

    private static PackagedService start(Map<String, String> environment, List<String> options, String... command) {
        Path image = Path.of(System.getProperty("native.image.path", "none"));
        List<String> whole = new ArrayList<>();
        if (Files.exists(image)) {
            whole.add(image.toAbsolutePath().toString());
            whole.addAll(options);
        } else {
            whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            whole.addAll(SHORT_LIVED);
            whole.addAll(options);
            whole.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        }
        whole.addAll(List.of(command));
        try (ServerSocket free = new ServerSocket(0); ServerSocket freeToo = new ServerSocket(0)) {
            Path log = Files.createTempFile("service", ".log");
            ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(ONE_CLIENT);
            builder.environment().putAll(environment);
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(free.getLocalPort()));
            builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(freeToo.getLocalPort()));
            free.close();
            freeToo.close();
            return new PackagedService(builder.start(), free.getLocalPort(), freeToo.getLocalPort(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean ready() {
        return says(READY);
    }

    private boolean says(String path) {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(management.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
