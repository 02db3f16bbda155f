package org.parley.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.quarkus.runtime.util.HashUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.parley.fault.ErrorCode;

/**
 * Finds documents by the SHA-256 of their text: automatic persisted queries, or a closed list of trusted documents.
 *
 * @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq/">Automatic persisted queries</a>
 */
@ApplicationScoped
public class PersistedQueries {

    private static final Logger LOG = Logger.getLogger(PersistedQueries.class);
    /** The least that a cached document counts, in characters. */
    private static final int MIN_WEIGHT = 300;

    private final Cache<String, String> cache;
    private final Map<String, String> trusted;

    PersistedQueries(HttpConfig config, ObjectMapper mapper) {
        this.cache = Caffeine.newBuilder().maximumWeight(config.persistedCharacters())
                .weigher((String hash, String document) -> document.length() + MIN_WEIGHT).build();
        this.trusted = config.trustedDocuments().map(file -> read(file, mapper)).orElse(null);
    }

    /** Reads a manifest of GraphQL Code Generator or Relay, an object of texts by id, or of Apollo, a list of operations. */
    private static Map<String, String> read(Path file, ObjectMapper mapper) {
        try {
            Map<String, String> documents = new HashMap<>();
            JsonNode manifest = mapper.readTree(file.toFile());
            manifest.path("operations").forEach(each -> add(documents, each.path("id").asText(), each.path("body").asText()));
            manifest.fields().forEachRemaining(each -> {
                if (each.getValue().isTextual() && !manifest.has("operations")) {
                    add(documents, each.getKey(), each.getValue().asText());
                }
            });
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, String> documents, String id, String document) {
        documents.put(id.startsWith(RequestParameters.HASH_PREFIX) ? id.substring(RequestParameters.HASH_PREFIX.length()) : id, document);
        documents.put(hash(document), document);
    }

    /** Returns the names of the operations in trusted documents. */
    Set<String> trustedOperations() {
        return trusted == null ? Set.of() : trusted.values().stream().flatMap(PersistedQueries::operations).collect(Collectors.toSet());
    }

    private static Stream<String> operations(String document) {
        try {
            return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream().map(OperationDefinition::getName)
                    .filter(Objects::nonNull);
        } catch (InvalidSyntaxException e) {
            LOG.warnf("A trusted document cannot be parsed: %s", e.getMessage());
            return Stream.empty();
        }
    }

    /** Returns the document to execute. */
    public String document(RequestParameters request) throws HttpRejectionException {
        if (trusted != null) {
            return trusted(request);
        }
        if (request.persistedHash() == null) {
            return request.query();
        }
        if (request.query() == null) {
            String document = cache.getIfPresent(request.persistedHash());
            if (document == null) {
                throw new HttpRejectionException(200, ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
            }
            return document;
        }
        if (!hash(request.query()).equals(request.persistedHash())) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The field sha256Hash is not the SHA-256 of query.");
        }
        cache.put(request.persistedHash(), request.query());
        return request.query();
    }

    private String trusted(RequestParameters request) throws HttpRejectionException {
        String document = trusted.get(request.persistedHash() == null ? hash(request.query()) : request.persistedHash());
        if (document == null) {
            throw new HttpRejectionException(403, ErrorCode.DOCUMENT_NOT_TRUSTED, "Only trusted documents are accepted.");
        }
        return document;
    }

    static String hash(String document) {
        return HashUtil.sha256(document);
    }
}
