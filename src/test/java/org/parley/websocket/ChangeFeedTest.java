package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.change.Change;

/** Subscribers continue to receive changes after any exception. */
@QuarkusTest
class ChangeFeedTest {

    @Inject
    ChangeFeed feed;

    @Inject
    DataSource source;

    private long write() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ChangeWriter.write(connection, "ACTOR", "armenia");
        }
    }

    /** Throws at the first change and collects the others. */
    private record Failing(Throwable thrown, BlockingQueue<Change> heard, boolean[] failed) implements Flow.Subscriber<Change> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Change change) {
            if (!failed[0]) {
                failed[0] = true;
                Failing.<RuntimeException> raise(thrown);
            }
            heard.add(change);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void raise(Throwable thrown) throws E {
            throw (E) thrown;
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("over");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class, NoClassDefFoundError.class,
            ThreadDeath.class})
    void continuesAfterFailures(Class<? extends Throwable> kind) throws Exception {
        long before = write();
        BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
        feed.changes(ChangePosition.afterRevision(before), SubscriptionFilter.of(null, null, null))
                .subscribe(new Failing(kind.getConstructor().newInstance(), heard, new boolean[1]));
        write();
        long second = write();
        Change change = heard.poll(15, TimeUnit.SECONDS);
        assertNotNull(change, "the listener is not woken any more");
        assertEquals(second, ChangePosition.of(change).revision());
    }
}
