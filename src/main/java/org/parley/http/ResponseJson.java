package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.RequestLimits;
import org.parley.persistence.ReadBudget;

/** Serializes responses to JSON, up to the maximum response size. */
@ApplicationScoped
public class ResponseJson {

    static final ReadBudget.Memory UNCOUNTED = bytes -> {
    };

    /** Writes the content of a response. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final ObjectMapper mapper;
    private final RequestLimits limits;

    ResponseJson(ObjectMapper mapper, RequestLimits limits) {
        this.mapper = mapper;
        this.limits = limits;
    }

    public Buffer of(GraphQlResponse answer) throws HttpRejectionException {
        return of(answer, UNCOUNTED);
    }

    /**
     * Serializes a response and counts its bytes in `memory`. The response to a mutation is not counted: its change is committed, so the
     * response must be sent.
     */
    public Buffer of(GraphQlResponse answer, ReadBudget.Memory memory) throws HttpRejectionException {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!answer.errors().isEmpty()) {
            body.put("errors", answer.errors());
        }
        if (answer.hasData()) {
            body.put("data", answer.data());
        }
        if (answer.extensions() != null) {
            body.put("extensions", answer.extensions());
        }
        return of(out -> mapper.writeValue(out, body), answer.readOnly() ? memory : UNCOUNTED);
    }

    /** Serializes any content within the limit, and counts its bytes in `memory`. */
    Buffer of(Content content, ReadBudget.Memory memory) throws HttpRejectionException {
        try {
            return bytes(content, limits.response(), memory);
        } catch (BudgetExceededException e) {
            ErrorCode code = ClientError.of(e, () -> "a response").code();
            throw new HttpRejectionException(code == ErrorCode.UNAVAILABLE ? 503 : 400, code, e.getMessage());
        } catch (LimitedOutputStream.TooLongException e) {
            throw new HttpRejectionException(400, ErrorCode.COST_EXCEEDED,
                    "The response is larger than " + limits.response() + " bytes. Request smaller pages or fewer nested lists.");
        }
    }

    /** Serializes a response that consists of one error. */
    Buffer of(String message, Map<String, Object> extensions) {
        try {
            return bytes(out -> mapper.writeValue(out, Map.of("errors", List.of(Map.of("message", message, "extensions", extensions)))),
                    Long.MAX_VALUE, UNCOUNTED);
        } catch (LimitedOutputStream.TooLongException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Buffer bytes(Content content, long maxBytes, ReadBudget.Memory memory) throws LimitedOutputStream.TooLongException {
        LimitedOutputStream out = new LimitedOutputStream(maxBytes, memory);
        try {
            content.write(out);
            return out.bytes();
        } catch (LimitedOutputStream.TooLongException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
