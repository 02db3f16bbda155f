package org.parley.http;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.parley.fault.ErrorCode;

/**
 * Documents known by the SHA-256 of their text: those that clients sent once in full (Apollo's automatic persisted queries), or a closed
 * list beside which nothing is answered.
 */
@ApplicationScoped
public class PersistedQueries {

    private static final Logger LOG = Logger.getLogger(PersistedQueries.class);
    /** What keeping a document takes however short it is: its hash, and its place. */
    private static final int LEAST_WEIGHT = 300;

    private final Cache<String, String> seen;
    private final Map<String, String> trusted;

    PersistedQueries(HttpConfig config, ObjectMapper mapper) {
        this.seen = Caffeine.newBuilder().maximumWeight(config.persistedCharacters())
                .weigher((String hash, String document) -> document.length() + LEAST_WEIGHT).build();
        this.trusted = config.trustedDocuments().map(file -> read(file, mapper)).orElse(null);
    }

    private static Map<String, String> read(Path file, ObjectMapper mapper) {
        try {
            return mapper.readValue(file.toFile(), new TypeReference<Map<String, String>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the operations of trusted documents. */
    Set<String> trustedOperations() {
        return trusted == null ? Set.of() : trusted.values().stream().flatMap(PersistedQueries::operations).collect(Collectors.toSet());
    }

    private static Stream<String> operations(String document) {
        try {
            return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream().map(OperationDefinition::getName)
                    .filter(Objects::nonNull);
        } catch (InvalidSyntaxException e) {
            LOG.warnf("a trusted document cannot be parsed: %s", e.getMessage());
            return Stream.empty();
        }
    }

    /** The document that a request asks to run. */
    public String document(Request request) throws RefusedException {
        if (trusted != null) {
            return trusted(request);
        }
        if (request.persistedHash() == null) {
            return request.query();
        }
        if (request.query() == null) {
            String document = seen.getIfPresent(request.persistedHash());
            if (document == null) {
                throw new RefusedException(200, ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
            }
            return document;
        }
        if (!hash(request.query()).equals(request.persistedHash())) {
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, "sha256Hash is not the hash of query");
        }
        seen.put(request.persistedHash(), request.query());
        return request.query();
    }

    private String trusted(Request request) throws RefusedException {
        String document = trusted.get(request.persistedHash() == null ? hash(request.query()) : request.persistedHash());
        if (document == null) {
            throw new RefusedException(403, ErrorCode.DOCUMENT_NOT_TRUSTED,
                    "this service answers a closed list of documents, and this is none of them");
        }
        return document;
    }

    static String hash(String document) {
        return HashUtil.sha256(document);
    }
}
