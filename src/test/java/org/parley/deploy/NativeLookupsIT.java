package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.http.MalformedRequests;
import org.parley.http.MalformedRequests.Hostile;
import org.parley.http.RawClient;
import org.parley.websocket.SocketClient;

/**
 * What the service and the libraries below it look up by a computed name, and find, a native build is given: classes, resource bundles,
 * resources and the providers of services. The service and its commands run on a JVM with an agent that writes every lookup down.
 */
@Tag("slow")
class NativeLookupsIT {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String SOURCE = "russia-stresses-its-red-lines";
    private static final String TABLE = "natural-earth-populated-places";
    /** Lookups that a native executable does without, by their caller or name. */
    private static final Map<String, String> NOT_NEEDED = Map.of( //
            "io.quarkus.bootstrap.runner.RunnerClassLoader.loadClass", "class loader of the jar", //
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint.doRun", "launcher of the jar", //
            "io.quarkus.runtime.configuration.AbstractConfigBuilder.withConverter", "a literal of the generated class that calls it", //
            "application.properties", "settings, which are read when the executable is built", //
            "jbossts-properties.xml", "defaults of the transaction manager, which Quarkus sets itself", //
            "io.vertx.core.file.impl.FileResolverImpl.getValidClassLoaderResource", "folders above a resource");

    @TempDir
    Path folder;

    @Test
    void whatIsLookedUpByNameIsGiven() throws Exception {
        assumeTrue(Files.exists(PackagedService.JAR), "skipped: only the jar can be observed, and this build makes an executable");
        List<Lookup> lookups = observe();
        NativeBuild build = NativeBuild.read();
        List<Lookup> needed = lookups.stream().filter(lookup -> isAtRunTime(lookup, build))
                .filter(lookup -> !NOT_NEEDED.containsKey(lookup.caller()) && !NOT_NEEDED.containsKey(lookup.name())).toList();
        for (Lookup.Kind kind : Lookup.Kind.values()) {
            assertTrue(needed.stream().anyMatch(lookup -> lookup.kind() == kind), "nothing was seen of " + kind);
        }
        Set<String> missing = needed.stream().flatMap(lookup -> missing(lookup, build)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals("", String.join("\n", missing));
    }

    private static boolean isAtRunTime(Lookup lookup, NativeBuild build) {
        return lookup.initializers().stream().noneMatch(build::isInitializedAtBuildTime);
    }

    private static Stream<String> missing(Lookup lookup, NativeBuild build) {
        String name = lookup.name();
        Stream<String> missing = switch (lookup.kind()) {
            case CLASS -> Stream.of(name).filter(type -> !build.hasClass(type));
            case RESOURCE -> Stream.of(name).filter(resource -> !build.hasResource(resource));
            case BUNDLE -> build.bundlesBeside(name).stream().filter(bundle -> !build.hasBundle(bundle));
            case SERVICE ->
                Stream.concat(build.providers(name).stream().filter(type -> !build.hasClass(type)), build.providers(name).isEmpty()
                        ? Stream.of() : Stream.of("META-INF/services/" + name).filter(file -> !build.hasResource(file)));
        };
        return missing.map(each -> each + " is not registered; looked up by " + lookup.caller());
    }

    private List<Lookup> observe() throws Exception {
        Path lookups = folder.resolve("lookups");
        TestIdentityProvider provider = new TestIdentityProvider();
        Map<String, String> settings = new HashMap<>(provider.start());
        settings.put("java.tool.options", LookupAgent.options(folder, lookups));
        settings.put("parley.http.warm-up", "0s");
        settings.put("quarkus.otel.sdk.disabled", "false");
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            Map<String, String> environment = postgres.environment(settings);
            commands(environment);
            try (PackagedService service = PackagedService.serve(environment)) {
                ask(service.address.resolve("/graphql"));
                write(service.address.resolve("/graphql"));
                for (String path : List.of("/graphiql/", "/graphql/schema.graphql", "/nothing", "/", "/meeting/brussels-2023-07-15",
                        "/meeting/never", "/meeting/brussels-2023-07-15?embed", "/changes.atom", "/sitemap.xml", "/robots.txt",
                        "/schema/meetings.json", "/oembed?url=" + service.address + "/meeting/brussels-2023-07-15")) {
                    RawClient.send(service.address, RawClient.page(path));
                }
                for (String path : List.of("/q/health", "/q/metrics")) {
                    RawClient.send(service.management, RawClient.page(path));
                }
            }
        } finally {
            provider.stop();
        }
        return Lookup.read(lookups);
    }

    private void commands(Map<String, String> environment) {
        List<List<String>> commands = new ArrayList<>(
                List.of(List.of("migrate"), List.of("check", "src/test/resources/seed-faults"), List.of("load", "seeds"),
                        List.of("import", "src/test/resources/exchange/talks.csv", "--map", "mappings/meetings.yaml", "--source", SOURCE,
                                "--dry-run"),
                        List.of("import", "src/test/resources/exchange/legislature.json", "--map", "mappings/popolo.yaml", "--source",
                                TABLE, "--dry-run")));
        Stream.of("yaml", "csv").forEach(format -> commands.add(List.of("dump", folder.resolve(format).toString(), "--format", format)));
        for (List<String> command : commands) {
            Outcome outcome = PackagedService.run(environment, command.toArray(String[]::new));
            assertTrue(!outcome.said().contains("Exception"), outcome.said());
        }
    }

    private static void ask(URI service) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".graphql")).toList()) {
                RawClient.send(service, RawClient.query(Files.readString(file), Map.of()));
            }
        }
        for (Hostile hostile : MalformedRequests.all()) {
            RawClient.send(service, hostile.request(), hostile.cut(), 20_000);
        }
        for (InvalidTokens wrong : InvalidTokens.values()) {
            RawClient.send(service, RawClient.post("{}", "Authorization: Bearer " + wrong.token()));
        }
    }

    private static void write(URI service) throws InterruptedException {
        try (SocketClient listener = SocketClient.open(service).subscribe("1", "subscription { changed { id } }", Map.of())) {
            JsonNode written = new EditingClient("editor").ask(service,
                    "mutation { recordPlace(input: {slug: \"by-the-river\", name: \"By the river\"}) { revision } }", Map.of());
            assertTrue(written != null, "no answer");
            listener.hearWithin(5_000);
        }
    }
}
