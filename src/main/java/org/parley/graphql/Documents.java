package org.parley.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Keeps what reading and checking a document gave, so that each is read once: so many characters of them, for anyone may send long ones.
 */
final class Documents implements PreparsedDocumentProvider {

    /** What keeping a document takes however short it is. */
    private static final int LEAST_WEIGHT = 100;

    private final Cache<String, PreparsedDocumentEntry> kept;

    Documents(long characters) {
        this.kept = Caffeine.newBuilder().maximumWeight(characters)
                .weigher((String document, PreparsedDocumentEntry entry) -> document.length() + LEAST_WEIGHT).build();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> read) {
        return CompletableFuture.completedFuture(kept.get(input.getQuery(), unread -> read.apply(input)));
    }
}
