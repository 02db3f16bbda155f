package org.parley.store;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.Management;

/** Whoever adds a migration says so in the check: a pod of the new version must not serve on the old tables. */
@QuarkusTest
class TablesCheckTest {

    @Test
    void needsTheNewestMigration() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            int newest = migrations.map(file -> file.getFileName().toString()).filter(name -> name.matches("V\\d+__.*"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__")))).max().orElseThrow();
            assertEquals(newest, TablesCheck.NEEDED);
        }
    }

    @Test
    void isPartOfReadiness() {
        Management.get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("tables"));
    }
}
