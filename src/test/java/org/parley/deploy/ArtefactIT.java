package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The deployed package contains no embedded database and no test dependencies. */
class ArtefactIT {

    private static final List<String> NOT_DEPLOYED = List.of("zonky", "embedded-p", "fabric8", "junit", "rest-assured", "archunit");

    @Test
    void holdsNoEmbeddedDatabase() throws Exception {
        assertClean(Path.of("target/native-sources"));
        if (Files.exists(Path.of("target/quarkus-app"))) {
            assertClean(Path.of("target/quarkus-app"));
        }
    }

    /** Tests sign tokens of their own; no key that anything is signed with is deployed. */
    @Test
    void holdsNoKeys() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("target/native-sources"))) {
            List<Path> own = files.filter(file -> file.getFileName().toString().matches("parley-.*\\.jar")).toList();
            assertEquals(1, own.size(), own.toString());
            try (JarFile jar = new JarFile(own.get(0).toFile())) {
                assertEquals(List.of(), jar.stream().map(JarEntry::getName)
                        .filter(name -> name.matches("(?i).*(\\.(pem|key|p12|pfx|jks|jwks?)|private.*)")).toList());
            }
        }
    }

    private static void assertClean(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")).toList();
            assertTrue(names.stream().anyMatch(name -> name.startsWith("org.postgresql.postgresql-")), "no artefact: " + names);
            assertEquals(List.of(), names.stream().filter(name -> NOT_DEPLOYED.stream().anyMatch(name::contains)).toList());
        }
    }
}
