package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Answer;
import org.parley.graphql.Limits;

/** Answers as JSON, in bytes: of as many as an answer may have. */
@ApplicationScoped
public class AnswerJson {

    private final ObjectMapper mapper;
    private final Limits limits;

    AnswerJson(ObjectMapper mapper, Limits limits) {
        this.mapper = mapper;
        this.limits = limits;
    }

    public Buffer of(Answer answer) throws RefusedException {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!answer.errors().isEmpty()) {
            body.put("errors", answer.errors());
        }
        if (answer.hasData()) {
            body.put("data", answer.data());
        }
        try {
            return bytes(body, limits.answer());
        } catch (LimitedOutput.TooLongException e) {
            throw new RefusedException(400, ErrorCode.COST_EXCEEDED,
                    "the answer is longer than " + limits.answer() + " bytes; ask for smaller pages, or for fewer lists in lists");
        }
    }

    /** A body that holds nothing but an error. */
    Buffer of(String message, Map<String, Object> extensions) {
        try {
            return bytes(Map.of("errors", List.of(Map.of("message", message, "extensions", extensions))), Long.MAX_VALUE);
        } catch (LimitedOutput.TooLongException e) {
            throw new IllegalStateException(e);
        }
    }

    private Buffer bytes(Map<String, Object> body, long most) throws LimitedOutput.TooLongException {
        LimitedOutput out = new LimitedOutput(most);
        try {
            mapper.writeValue((OutputStream) out, body);
            return out.bytes();
        } catch (LimitedOutput.TooLongException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
