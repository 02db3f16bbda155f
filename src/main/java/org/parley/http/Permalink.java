package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.persistence.RevisionTime;

/**
 * Makes permanent links to responses: the same query, as of the revision that was read. The links are relative to the address of the
 * service, because a cached response goes to clients that use other addresses of it.
 */
@Singleton
class Permalink {

    /** The length of a URL that the service and common programs accept. */
    private static final int MAX_LENGTH = 4_000;

    private final ObjectMapper mapper;
    private final Clock clock;
    private final PersistedQueries persisted;

    Permalink(ObjectMapper mapper, Clock clock, PersistedQueries persisted) {
        this.mapper = mapper;
        this.clock = clock;
        this.persisted = persisted;
    }

    /** Returns the permalink for the extensions of a response; without its link if that would be too long. */
    Map<String, Object> of(ResponseOptions options, RequestParameters request, String document, RevisionTime revision) {
        Map<String, Object> permalink = new LinkedHashMap<>();
        link(options, request, document, revision).ifPresent(link -> permalink.put("url", link));
        permalink.put("revision", String.valueOf(revision.revision()));
        permalink.put("asOf", revision.at().toString());
        permalink.put("documentHash", PersistedQueries.hash(document));
        permalink.put("retrievedAt", clock.instant().toString());
        return permalink;
    }

    /** Returns the link, to a long trusted document by its hash. Empty if it would be too long. */
    Optional<String> link(ResponseOptions options, RequestParameters request, String document, RevisionTime revision) {
        String by = parameter("asOf", revision.at().toString())
                + (options.type().table() == null ? "" : parameter(MediaType.FORMAT, options.type().extension()))
                + parameter(ResponseOptions.ROWS, options.rows());
        String rest = parameter("operationName", request.operationName())
                + (request.variables().isEmpty() ? "" : parameter("variables", json(request.variables()))) + by;
        return Stream
                .of(parameter("query", document), persisted.areTrusted() ? parameter("documentId", PersistedQueries.hash(document)) : "")
                .filter(each -> !each.isEmpty()).map(each -> "?" + (each + rest).substring(1)).filter(link -> link.length() <= MAX_LENGTH)
                .findFirst();
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String json(Map<String, Object> variables) {
        try {
            return mapper.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
