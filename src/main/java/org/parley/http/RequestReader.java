package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** Reads what is asked, from a body of JSON or the parameters of an address. */
@ApplicationScoped
class RequestReader {

    private final ObjectReader objects;

    RequestReader(ObjectMapper mapper) {
        this.objects = mapper.readerFor(new TypeReference<Map<String, Object>>() {
        }).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    Request read(RoutingContext context) throws RefusedException {
        if (context.request().method() == HttpMethod.GET) {
            return Request.of(parameters(context), true);
        }
        ContentType.check(context.request());
        Buffer body = BodyReader.body(context);
        if (body == null || body.length() == 0) {
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, "the body is empty; send a JSON object with a query");
        }
        return Request.of(object("the body", body.getBytes()), false);
    }

    private Map<String, Object> parameters(RoutingContext context) throws RefusedException {
        Map<String, Object> given = new HashMap<>();
        for (String name : new String[]{"query", "operationName"}) {
            given.put(name, context.request().getParam(name));
        }
        for (String name : new String[]{"variables", "extensions"}) {
            String text = context.request().getParam(name);
            given.put(name, text == null || text.isBlank() ? null : object(name, text.getBytes(StandardCharsets.UTF_8)));
        }
        return given;
    }

    private Map<String, Object> object(String what, byte[] json) throws RefusedException {
        try {
            Map<String, Object> object = objects.readValue(json);
            if (object == null) {
                throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, what + " is null; send a JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            String at = e.getLocation() == null ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, what + " is no JSON object" + at);
        } catch (IOException e) {
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, what + " is no JSON in UTF-8");
        }
    }
}
