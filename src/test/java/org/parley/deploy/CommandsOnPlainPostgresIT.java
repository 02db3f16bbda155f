package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.store.TablesCheck;

/** The packaged service against a PostgreSQL without tables: it asks for the command that makes them, and is well after that. */
class CommandsOnPlainPostgresIT {

    @Test
    void tablesComeFirst() {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            for (String[] command : new String[][]{{}, {"load", "seeds"}}) {
                Outcome refused = PackagedService.run(postgres.environment(), command);
                assertEquals(1, refused.exit(), refused.said());
                assertTrue(refused.said().contains(TablesCheck.BEHIND), refused.said());
            }
            assertSays(TablesCheck.NEEDED + " migrations applied", PackagedService.run(postgres.environment(), "migrate"));
            assertSays("0 migrations applied", PackagedService.run(postgres.environment(), "migrate"));
            assertSays("inserted", PackagedService.run(postgres.environment(), "load", "seeds"));
            try (PackagedService service = PackagedService.serve(postgres.environment())) {
                assertTrue(service.ready());
            }
        }
    }

    private static void assertSays(String words, Outcome outcome) {
        assertEquals(0, outcome.exit(), outcome.said());
        assertTrue(outcome.said().contains(words), outcome.said());
    }
}
