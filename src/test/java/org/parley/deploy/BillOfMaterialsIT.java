package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The software bill of materials lists the deployed libraries, in versions without known vulnerabilities, and no unused ones. */
class BillOfMaterialsIT {

    private static final Path JARS = Path.of("target/quarkus-app/lib/main");
    private static final Map<String, String> VERSIONS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (JsonNode component : new ObjectMapper().readTree(Path.of("target/bom.json").toFile()).get("components")) {
            VERSIONS.put(component.get("group").asText() + ":" + component.get("name").asText(), component.get("version").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"io.netty:netty-codec-http, 4.1.138.Final", "io.netty:netty-codec-http2, 4.1.138.Final",
            "io.netty:netty-handler, 4.1.138.Final", "io.vertx:vertx-core, 4.5.27", "io.vertx:vertx-web, 4.5.27",
            "org.postgresql:postgresql, 42.7.12"})
    void fixedVersionsAreUsed(String artifact, String least) {
        assertTrue(Version.parse(VERSIONS.get(artifact)).compareTo(Version.parse(least)) >= 0, artifact + " " + VERSIONS.get(artifact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.grpc", "brotli4j", "netty-codec-haproxy", "com.google.guava", "opentelemetry-exporter"})
    void unusedPartsAreLeftOut(String part) throws IOException {
        try (Stream<Path> jars = Files.list(JARS)) {
            assertFalse(jars.anyMatch(jar -> jar.getFileName().toString().contains(part)), part);
        }
    }

    @Test
    void everyDeployedJarIsListed() throws IOException {
        try (Stream<Path> jars = Files.list(JARS)) {
            for (String jar : jars.map(file -> file.getFileName().toString()).toList()) {
                assertTrue(VERSIONS.entrySet().stream()
                        .anyMatch(entry -> jar.startsWith(entry.getKey().replace(':', '.') + "-" + entry.getValue())), jar);
            }
        }
    }
}
