package org.parley.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;
import org.parley.persistence.ReadBudget;
import org.parley.persistence.ReadContext;

/** Executes the queries of one page, with the rights and limits of its client. */
public final class PageReader {

    /** Makes a request of this client. */
    interface Requests {
        GraphQlRequest of(String document, String operation, Map<String, Object> variables);
    }

    private final Engine engine;
    private final ResponseJson json;
    private final ObjectMapper mapper;
    private final Requests requests;
    private final Executed log;
    private final long minRevision;
    private final Instant asOf;
    private final ReadBudget.Memory memory;
    private long revision = ReadContext.NONE;

    /** Receives a document, its response and the nanoseconds that it took. */
    interface Executed {
        void add(String document, GraphQlResponse response, long nanos);
    }

    PageReader(Engine engine, ResponseJson json, ObjectMapper mapper, Requests requests, Executed log, long minRevision, Instant asOf,
            ReadBudget.Memory memory) {
        this.engine = engine;
        this.json = json;
        this.mapper = mapper;
        this.requests = requests;
        this.log = log;
        this.minRevision = minRevision;
        this.asOf = asOf;
        this.memory = memory;
    }

    /** Returns the data of a query. Rejects the request if it has an error. */
    public JsonNode ask(String document, String operation, Map<String, Object> variables) throws HttpRejectionException {
        long start = System.nanoTime();
        GraphQlResponse response = engine.execute(requests.of(document, operation, variables));
        log.add(document, response, System.nanoTime() - start);
        JsonNode whole = read(response);
        if (!response.hasData() || !response.errors().isEmpty()) {
            String message = StreamSupport.stream(whole.path("errors").spliterator(), false).map(error -> error.path("message").asText())
                    .collect(Collectors.joining(" "));
            ErrorCode code = response.codes().stream().findFirst().orElse(ErrorCode.INTERNAL);
            throw new HttpRejectionException(response.hasError(ErrorCode.RATE_LIMITED) ? 429 : ResponseStatus.of(response.codes()), code,
                    message);
        }
        revision = response.revision();
        return whole.get("data");
    }

    private JsonNode read(GraphQlResponse response) throws HttpRejectionException {
        try {
            return mapper.readTree(json.of(response).getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The least revision that the page must show; GraphQlRequest.ANY for any. */
    public long minRevision() {
        return minRevision;
    }

    /** The moment as of which the page shows the record; null for its current state. */
    public Instant asOf() {
        return asOf;
    }

    /** Counts the memory of what is read. */
    public ReadBudget.Memory memory() {
        return memory;
    }

    /** States the revision of what was read otherwise than by a query. */
    public void read(long revision) {
        this.revision = revision;
    }

    /** Returns the revision of the last query; NONE before the first one. */
    long revision() {
        return revision;
    }
}
