package org.parley.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps what reading and checking a document gave, so that each is read once. */
final class Documents implements PreparsedDocumentProvider {

    private final Cache<String, PreparsedDocumentEntry> kept;

    Documents(int most) {
        this.kept = Caffeine.newBuilder().maximumSize(most).build();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> read) {
        return CompletableFuture.completedFuture(kept.get(input.getQuery(), unread -> read.apply(input)));
    }
}
