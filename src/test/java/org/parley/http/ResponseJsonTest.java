package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.RequestLimits;

/** The limit on the size of a response. */
class ResponseJsonTest {

    private final ResponseJson json = new ResponseJson(new ObjectMapper(),
            new SmallRyeConfigBuilder().withMapping(RequestLimits.class).withConverter(Duration.class, 100, new DurationConverter())
                    .withDefaultValue("parley.limits.response", "1000").build().getConfigMapping(RequestLimits.class));

    /** A list with the same object that many times. */
    private static GraphQlResponse answer(int times) {
        return new GraphQlResponse(null, true, true, Map.of("list", Collections.nCopies(times, Map.of("slug", "russia"))), List.of(), null,
                1, 1, 1, 1, null);
    }

    @Test
    void responseUpToTheLimitIsWritten() throws Exception {
        assertEquals("{\"data\":{\"list\":[{\"slug\":\"russia\"}]}}", json.of(answer(1)).toString());
    }

    @Test
    void longerResponseIsRejected() {
        HttpRejectionException rejection = assertThrows(HttpRejectionException.class, () -> json.of(answer(100)));
        assertEquals(400, rejection.status());
        assertEquals(ErrorCode.COST_EXCEEDED, rejection.code());
    }
}
