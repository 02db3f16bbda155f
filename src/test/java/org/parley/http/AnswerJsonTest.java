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
import org.parley.graphql.Answer;
import org.parley.graphql.Limits;

/** How many bytes an answer may have. */
class AnswerJsonTest {

    private final AnswerJson json = new AnswerJson(new ObjectMapper(),
            new SmallRyeConfigBuilder().withMapping(Limits.class).withConverter(Duration.class, 100, new DurationConverter())
                    .withDefaultValue("parley.limits.answer", "1000").build().getConfigMapping(Limits.class));

    /** One list in which the same object stands that often. */
    private static Answer answer(int times) {
        return new Answer(null, true, true, Map.of("list", Collections.nCopies(times, Map.of("slug", "russia"))), List.of(), 1, 1, 1, 1);
    }

    @Test
    void anAnswerUpToTheLimitIsWritten() throws Exception {
        assertEquals("{\"data\":{\"list\":[{\"slug\":\"russia\"}]}}", json.of(answer(1)).toString());
    }

    @Test
    void whatIsLongerIsRefused() {
        RefusedException refusal = assertThrows(RefusedException.class, () -> json.of(answer(100)));
        assertEquals(400, refusal.status());
        assertEquals(ErrorCode.COST_EXCEEDED, refusal.code());
    }
}
