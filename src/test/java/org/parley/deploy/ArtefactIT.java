package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is deployed holds no database of its own, and nothing that only tests use. */
class ArtefactIT {

    private static final List<String> NOT_DEPLOYED = List.of("zonky", "embedded-p", "fabric8", "junit", "rest-assured", "archunit");

    @Test
    void holdsNoEmbeddedDatabase() throws Exception {
        assertClean(Path.of("target/native-sources"));
        if (Files.exists(Path.of("target/quarkus-app"))) {
            assertClean(Path.of("target/quarkus-app"));
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
