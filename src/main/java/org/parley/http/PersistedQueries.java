package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final String HASH_PREFIX = "sha256:";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
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
            if (manifest.path("operations").isArray()) {
                manifest.get("operations").forEach(each -> add(documents, each.path("id").textValue(), each.path("body"), file));
            } else {
                manifest.fields().forEachRemaining(each -> add(documents, each.getKey(), each.getValue(), file));
            }
            if (documents.isEmpty()) {
                throw invalid(file, "has no documents");
            }
            return documents;
        } catch (JsonProcessingException e) {
            throw invalid(file, "is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, String> documents, String id, JsonNode document, Path file) {
        if (id == null || !document.isTextual()) {
            throw invalid(file, "has an entry without an id or without the text of a document" + (id == null ? "" : ": '" + id + "'"));
        }
        documents.put(key(id), document.textValue());
        documents.put(hash(document.textValue()), document.textValue());
    }

    private static IllegalArgumentException invalid(Path file, String fault) {
        return new IllegalArgumentException("parley.http.trusted-documents: " + file + " " + fault
                + ". Send a JSON object of documents by id, "
                + "{\"ID\": \"query ...\"}, or a manifest of Apollo, {\"operations\": [{\"id\": \"ID\", \"body\": \"query ...\"}]}.");
    }

    /** Returns the id of a document without `sha256:`, and a hash in lower case; null for null. */
    static String key(String id) {
        String key = id == null || !id.startsWith(HASH_PREFIX) ? id : id.substring(HASH_PREFIX.length());
        return key != null && HASH.matcher(key).matches() ? key.toLowerCase(Locale.ROOT) : key;
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

    /** Whether only the documents of a manifest are accepted. */
    boolean areTrusted() {
        return trusted != null;
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
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The parameter " + request.hashParameter()
                    + " is not the SHA-256 of query. Send the SHA-256 of that text, or query alone.");
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
