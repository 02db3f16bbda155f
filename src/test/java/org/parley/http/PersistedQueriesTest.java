package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which persisted documents remain cached. */
class PersistedQueriesTest {

    private final PersistedQueries queries = new PersistedQueries(new SmallRyeConfigBuilder().withMapping(HttpConfig.class)
            .withDefaultValue("parley.http.persisted-characters", "3000").build().getConfigMapping(HttpConfig.class), new ObjectMapper());

    @Test
    void manyShortDocumentsDoNotFillTheMemory() throws Exception {
        for (int i = 0; i < 400; i++) {
            String document = "{ a" + i + " }";
            assertEquals(document,
                    queries.document(new RequestParameters(document, null, Map.of(), PersistedQueries.hash(document), null, false, true)));
        }
        for (int i = 0; i < 250 && kept() > 10; i++) {
            Thread.sleep(20);
        }
        assertTrue(kept() <= 10, kept() + " are kept");
    }

    private long kept() {
        return IntStream.range(0, 400).filter(i -> {
            try {
                queries.document(new RequestParameters(null, null, Map.of(), PersistedQueries.hash("{ a" + i + " }"), null, false, true));
                return true;
            } catch (HttpRejectionException unknown) {
                return false;
            }
        }).count();
    }
}
