package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** Reads the parameters of a GraphQL request from a JSON body or a query string. */
@ApplicationScoped
class RequestParser {

    private final ObjectReader objects;

    RequestParser(ObjectMapper mapper) {
        this.objects = RequestParameters.objects(mapper);
    }

    RequestParameters read(RoutingContext context) throws HttpRejectionException {
        if (RequestMethods.isRead(context.request())) {
            return RequestParameters.of(parameters(context), true);
        }
        ContentType.check(context.request());
        Buffer body = BodyReader.body(context);
        if (body == null || body.length() == 0) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The body is empty. Send a JSON object with a query.");
        }
        return RequestParameters.of(object("The body", body.getBytes()), false);
    }

    private Map<String, Object> parameters(RoutingContext context) throws HttpRejectionException {
        if (context.request().query() == null) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                    "The request has no document. Send it as query, such as ?query={dataset{revision}}, or write one at /graphiql/.");
        }
        Map<String, Object> given = new HashMap<>();
        for (String name : new String[]{"query", "operationName", "documentId"}) {
            given.put(name, context.request().getParam(name));
        }
        for (String name : new String[]{"variables", "extensions"}) {
            String text = context.request().getParam(name);
            given.put(name, text == null || text.isBlank() ? null : object("The parameter " + name, text.getBytes(StandardCharsets.UTF_8)));
        }
        return given;
    }

    private Map<String, Object> object(String what, byte[] json) throws HttpRejectionException {
        if (startsWith('[', json)) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                    what + " is a list. Batches are not supported: send each request by itself, or several root fields in one document.");
        }
        try {
            Map<String, Object> object = objects.readValue(json);
            if (object == null) {
                throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, what + " is null. Send a JSON object.");
            }
            return object;
        } catch (JsonProcessingException e) {
            String at = e.getLocation() == null ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, what + " is not a JSON object" + at + ".");
        } catch (IOException e) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, what + " is not JSON in UTF-8.");
        }
    }

    private static boolean startsWith(char first, byte[] json) {
        int i = 0;
        while (i < json.length && Character.isWhitespace(json[i])) {
            i++;
        }
        return i < json.length && json[i] == first;
    }
}
