package org.parley.persistence;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.parley.Management;

/** The service requires the tables of its newest migration. */
@QuarkusTest
class TablesCheckTest {

    @Inject
    Flyway flyway;

    @Test
    void needsTheNewestMigration() {
        assertEquals(Migrations.count(), TablesVersion.required(flyway.getConfiguration()));
    }

    @Test
    void isPartOfReadiness() {
        Management.get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("tables"));
    }
}
