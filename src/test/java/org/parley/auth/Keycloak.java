package org.parley.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Keycloak for tests, which the build unpacks with -Pslow. Its realms are imported from files, and its data is discarded. */
public class Keycloak implements QuarkusTestResourceLifecycleManager {

    static final String REALM = "parley";
    /** The same realm by another host name. */
    static final String FOREIGN_REALM = "foreign";
    private static final Path REALM_FILE = Path.of("src/test/resources/keycloak/parley-realm.json");
    private static final int START_SECONDS = 180;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static int port;
    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            Path home = home();
            importRealms(home);
            port = freePort();
            ProcessBuilder builder = new ProcessBuilder("bash", "bin/kc.sh", "start-dev", "--db=dev-mem", "--cache=local", "--import-realm",
                    "--http-host=127.0.0.1", "--http-port=" + port, "--http-management-port=" + freePort());
            builder.directory(home.toFile()).redirectErrorStream(true).redirectOutput(Path.of("target/keycloak.log").toFile());
            builder.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "secret",
                    "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            await();
            return Map.of("quarkus.oidc.auth-server-url", issuer(REALM), "quarkus.oidc.token.audience", "parley",
                    "parley.explorer.sign-in.client-id", "explorer");
        } catch (IOException | InterruptedException e) {
            stop();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target/keycloak"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-")).findFirst().orElseThrow();
        }
    }

    private static void importRealms(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data/import"));
        ObjectNode realm = (ObjectNode) JSON.readTree(REALM_FILE.toFile());
        for (String name : List.of(REALM, FOREIGN_REALM)) {
            JSON.writeValue(folder.resolve(name + "-realm.json").toFile(), realm.put("realm", name));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        for (int i = 0; i < START_SECONDS; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended: see target/keycloak.log");
            }
            try {
                send(HttpRequest.newBuilder(URI.create(issuer(FOREIGN_REALM))).build());
                return;
            } catch (UncheckedIOException | IllegalStateException notYet) {
                Thread.sleep(1000);
            }
        }
        throw new IllegalStateException("Keycloak has not started in " + START_SECONDS + " s: see target/keycloak.log");
    }

    static String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    private static JsonNode send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + " " + response.body());
            }
            return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all tokens of a user: access_token, id_token, refresh_token. */
    static JsonNode signIn(String realm, String client, String user) {
        String form = "grant_type=password&scope=openid&password=secret&client_id=" + client + "&username=" + user;
        return send(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build());
    }

    /** Returns an access token as a front-end gets it. */
    static String token(String user) {
        return signIn(REALM, "front", user).get("access_token").asText();
    }

    /** Returns the public signing keys. */
    static JsonNode keys(String realm) {
        return send(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/certs")).build()).get("keys");
    }

    /** Adds a provider of signing keys; its keys sign from now on if its priority is the highest. */
    static void addKeys(String provider, int priority, Map<String, String> config) {
        Map<String, List<String>> settings = Stream.concat(config.entrySet().stream(),
                Map.of("priority", String.valueOf(priority), "enabled", "true", "active", "true", "algorithm", "RS256").entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, setting -> List.of(setting.getValue())));
        admin("POST", "/components", Map.of("name", provider + " " + priority, "providerId", provider, "providerType",
                "org.keycloak.keys.KeyProvider", "config", settings));
    }

    /** Moves the explorer from the address in the realm's file to another. */
    public static void moveExplorer(String address) {
        String text = admin("GET", "/clients?clientId=explorer", null).get(0).toString().replace("https://parley.example.org", address);
        try {
            JsonNode client = JSON.readTree(text);
            admin("PUT", "/clients/" + client.get("id").asText(), client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the provider of a key. */
    static void withdrawKey(String kid) {
        for (JsonNode key : admin("GET", "/keys", null).get("keys")) {
            if (key.path("kid").asText().equals(kid)) {
                admin("DELETE", "/components/" + key.get("providerId").asText(), null);
                return;
            }
        }
        throw new IllegalStateException("there is no key " + kid);
    }

    private static JsonNode admin(String method, String path, Object body) {
        try {
            String token = signIn("master", "admin-cli", "admin").get("access_token").asText();
            URI uri = URI.create("http://127.0.0.1:" + port + "/admin/realms/" + REALM + path);
            return send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        process = null;
    }
}
