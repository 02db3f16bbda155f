package org.parley.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.Try;

/**
 * Answers a field for all parents of a level at once. Parents asked with equal arguments, by value, make one call of the room's method; the
 * same field asked twice with different arguments makes two.
 */
final class BatchFetcher implements DataFetcher<CompletableFuture<Object>> {

    /** A parent and what its field is asked with, compared by value. */
    record Key(Object parent, Map<String, Object> arguments) {}

    private final String name;
    private final Resolver resolver;

    BatchFetcher(String name, Resolver resolver) {
        this.name = name;
        this.resolver = resolver;
    }

    @Override
    public CompletableFuture<Object> get(DataFetchingEnvironment environment) {
        environment.getDataLoaderRegistry().computeIfAbsent(name,
                absent -> DataLoaderFactory.newDataLoaderWithTry((BatchLoader<Key, Try<Object>>) this::load));
        return environment.<Key, Object> getDataLoader(name).load(new Key(environment.getSource(), environment.getArguments()));
    }

    CompletionStage<List<Try<Object>>> load(List<Key> keys) {
        Map<Map<String, Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            groups.computeIfAbsent(keys.get(i).arguments(), equal -> new ArrayList<>()).add(i);
        }
        List<Try<Object>> answers = new ArrayList<>(java.util.Collections.nCopies(keys.size(), null));
        groups.forEach((arguments, places) -> {
            List<Object> parents = places.stream().map(place -> keys.get(place).parent()).toList();
            List<Try<Object>> answered = call(parents, arguments);
            for (int i = 0; i < places.size(); i++) {
                answers.set(places.get(i), answered.get(i));
            }
        });
        return CompletableFuture.completedFuture(answers);
    }

    private List<Try<Object>> call(List<Object> parents, Map<String, Object> arguments) {
        try {
            List<?> values = (List<?>) resolver.call(parents, arguments);
            if (values.size() != parents.size()) {
                throw new IllegalStateException(name + " answered " + values.size() + " of " + parents.size() + " parents");
            }
            return values.stream().<Try<Object>> map(Try::succeeded).toList();
        } catch (RuntimeException e) {
            return parents.stream().map(parent -> Try.<Object> failed(e)).toList();
        }
    }
}
