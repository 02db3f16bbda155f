package org.parley.http;

import io.quarkus.runtime.util.HashUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Continuation;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.RequestLimits;
import org.parley.persistence.ReadBudget;
import org.parley.persistence.ReadContext;
import org.parley.table.TableSource;
import org.parley.table.WholeList;

/** Serializes responses as JSON or as tables. A response with errors is JSON, because a table cannot contain them. */
@Singleton
class ResponseSerializer {

    private static final int TAG_LENGTH = 24;
    private static final String PERMALINK = "permalink";

    private final ResponseJson json;
    private final Engine engine;
    private final Permalink permalink;
    private final Compression compression;
    private final RequestLimits limits;

    ResponseSerializer(ResponseJson json, Engine engine, Permalink permalink, Compression compression, RequestLimits limits) {
        this.json = json;
        this.engine = engine;
        this.permalink = permalink;
        this.compression = compression;
        this.limits = limits;
    }

    /** Returns what reads all pages of the list of a table; null for JSON. Rejects a table of fields that only gateways request. */
    Continuation continuation(ResponseOptions options, RequestParameters request, String document) throws HttpRejectionException {
        if (options.type().table() != null && engine.isOfGateway(document)) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                    "Tables cannot contain _entities or _service. Request JSON, or the record by another field.");
        }
        TableSource source = new TableSource(document, request.operationName(), request.variables(), null);
        return options.type().table() == null ? null
                : new WholeList(engine.schema(), options.type().table(), source, options.rows(), limits.tableRows(), limits.cost());
    }

    /** Serializes a response, counting its bytes in `memory`. */
    SerializedResponse serialize(RoutingContext context, ResponseOptions options, RequestParameters request, String document,
            GraphQlResponse answer, ReadBudget.Memory memory) throws HttpRejectionException {
        boolean table = options.type().table() != null && answer.hasData() && answer.errors().isEmpty();
        boolean cited = request.cited() && answer.readOnly() && answer.cited() != null;
        Buffer body = table ? table(options, request, document, answer, memory)
                : json.of(cited ? cited(options, request, document, answer) : answer, memory);
        MediaType type = table || options.type().table() == null ? options.type() : MediaType.JSON;
        boolean compressed = compression.applies(context.request(), body.length());
        if (compressed) {
            Buffer plain = body;
            body = json.of(out -> compression.compress(plain, out), answer.readOnly() ? memory : ResponseJson.UNCOUNTED);
        }
        return new SerializedResponse(type.header(), compressed ? Compression.GZIP : null, body,
                answer.isCacheable() && RequestMethods.isRead(context.request()) ? tag(body) : null, answer.revision(),
                table ? headers(options, request, document, answer) : Map.of());
    }

    /** Serializes a page, counting its bytes in `memory`. */
    SerializedResponse serialize(HttpServerRequest request, PageContent page, long revision, ReadBudget.Memory memory)
            throws HttpRejectionException {
        Buffer plain = Buffer.buffer(page.text());
        boolean compressed = compression.applies(request, plain.length());
        Buffer body = json.of(out -> {
            if (compressed) {
                compression.compress(plain, out);
            } else {
                out.write(plain.getBytes());
            }
        }, memory);
        return new SerializedResponse(page.type(), compressed ? Compression.GZIP : null, body, page.status() == 200 ? tag(body) : null,
                revision, page.headers());
    }

    /** Returns a fixed text, compressed if requested and not turned off. */
    SerializedResponse fixed(String type, Buffer text, boolean gzip) {
        boolean compressed = gzip && compression.isEnabled();
        Buffer body = compressed ? compression.compress(text) : text;
        return new SerializedResponse(type, compressed ? Compression.GZIP : null, body, tag(body), ReadContext.NONE, Map.of());
    }

    private Buffer table(ResponseOptions options, RequestParameters request, String document, GraphQlResponse answer,
            ReadBudget.Memory memory) throws HttpRejectionException {
        TableSource source = new TableSource(document, request.operationName(), request.variables(), answer.data());
        return json.of(out -> options.type().table().write(engine.schema(), source, options.rows(), out), memory);
    }

    private Map<String, String> headers(ResponseOptions options, RequestParameters request, String document, GraphQlResponse answer) {
        Map<String, String> headers = new HashMap<>();
        String name = answer.operation() == null ? "parley" : answer.operation();
        headers.put("Content-Disposition", "attachment; filename=\"" + name + "." + options.type().extension() + "\"");
        if (answer.cited() != null) {
            permalink.link(options, request, document, answer.cited())
                    .ifPresent(link -> headers.put("Link", "<" + link + ">; rel=\"cite-as\""));
        }
        if (answer.warnings() > 0) {
            headers.put("Parley-Warnings", String.valueOf(answer.warnings()));
        }
        return headers;
    }

    private GraphQlResponse cited(ResponseOptions options, RequestParameters request, String document, GraphQlResponse answer) {
        Map<Object, Object> extensions = new LinkedHashMap<>(answer.extensions() == null ? Map.of() : answer.extensions());
        extensions.put(PERMALINK, permalink.of(options, request, document, answer.cited()));
        return answer.withExtensions(extensions);
    }

    private static String tag(Buffer bytes) {
        return '"' + HashUtil.sha256(bytes.getBytes()).substring(0, TAG_LENGTH) + '"';
    }
}
