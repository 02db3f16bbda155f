package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.change.Change;
import org.parley.fault.BudgetExceededException;

/** Fewer changes are filtered at once if the database takes too long. */
class ChangeSubscriberTest {

    private final List<Long> heard = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Slow feed;

    /** A feed of forty changes, with a limit on the changes that can be filtered at once. */
    @Vetoed
    private static final class Slow extends ChangeFeed {

        private final int most;

        Slow(int most) {
            super(null, null, null, null, new SmallRyeConfigBuilder().withMapping(WebSocketConfig.class)
                    .withConverter(Duration.class, 100, new DurationConverter()).build().getConfigMapping(WebSocketConfig.class));
            this.most = most;
        }

        @Override
        List<Change> after(ChangePosition place) {
            return IntStream.rangeClosed(1, 40).mapToObj(Slow::change).filter(change -> change.number > place.revision()).toList();
        }

        private static Change change(int number) {
            Change change = new Change();
            change.number = number;
            return change;
        }

        @Override
        List<Change> matching(List<Change> changes, SubscriptionFilter wish) {
            if (changes.size() > most) {
                throw BudgetExceededException.ofDatabaseTime(Duration.ofSeconds(1));
            }
            return changes;
        }
    }

    private final class Hearing implements Flow.Subscriber<Change> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Change change) {
            heard.add(change.number);
        }

        @Override
        public void onError(Throwable failure) {
            failures.add(failure);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("over");
        }
    }

    private void listen(int most) {
        feed = new Slow(most);
        List<Runnable> tasks = new ArrayList<>();
        ChangeSubscriber listening = new ChangeSubscriber(feed, tasks::add, ChangePosition.afterRevision(0),
                SubscriptionFilter.of(null, null, null), new Hearing());
        listening.request(Long.MAX_VALUE);
        for (int i = 0; i < 1_000 && !tasks.isEmpty(); i++) {
            tasks.remove(0).run();
        }
        assertTrue(tasks.isEmpty(), "it runs for ever");
    }

    @AfterEach
    void stop() {
        feed.threads().shutdownNow();
    }

    @Test
    void receivesAllInBatches() {
        listen(3);
        assertEquals(IntStream.rangeClosed(1, 40).asLongStream().boxed().toList(), heard);
        assertEquals(List.of(), failures);
    }

    @Test
    void endsIfOneChangeTakesTooLong() {
        listen(0);
        assertEquals(List.of(), heard);
        assertEquals(1, failures.size());
        assertEquals(BudgetExceededException.class, failures.get(0).getClass());
    }
}
