package org.parley.websocket;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.ContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.parley.change.Change;
import org.parley.change.CurrentRevision;
import org.parley.graphql.RequestLimits;
import org.parley.http.ClientExecutor;
import org.parley.persistence.ReadContext;

/**
 * Publishes changes to subscribers, in order and once, whichever replica made them. A notification only triggers reading; the changes are
 * read from the table `change`, from each subscriber's position.
 */
@ApplicationScoped
class ChangeFeed {

    /** Key of the client's event executor in the context of a subscriber. */
    static final String CLIENT_EXECUTOR = "parley.client-executor";

    private static final long RETRY_MILLIS = 500;

    private final RecentChanges window;
    private final ChangeFeedQueries queries;
    private final DataSource source;
    private final RequestLimits limits;
    private final Set<ChangeSubscriber> subscriptions = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor threads;

    ChangeFeed(RecentChanges window, ChangeFeedQueries queries, DataSource source, RequestLimits limits, WebSocketConfig config) {
        this.window = window;
        this.queries = queries;
        this.source = source;
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ScheduledThreadPoolExecutor(config.eventThreads(), task -> {
            Thread thread = new Thread(task, "events-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Starts to follow the revision of the record. */
    void open(@Observes StartupEvent start, CurrentRevision revision, WebSocketMetrics metrics) {
        metrics.watchSubscriptions(subscriptions::size);
        revision.onChange(this::onRevision);
    }

    private void onRevision(long revision) {
        if (window.advance(revision)) {
            subscriptions.forEach(ChangeSubscriber::wake);
        } else {
            subscriptions.forEach(subscription -> subscription.end(revision));
        }
    }

    /** Publishes the changes after a position that match the filter. */
    Flow.Publisher<Change> changes(ChangePosition position, SubscriptionFilter filter) {
        return subscriber -> {
            ChangeSubscriber subscription = new ChangeSubscriber(this, threads(subscriber), position, filter, subscriber);
            subscriptions.add(subscription);
            subscriber.onSubscribe(subscription);
        };
    }

    /** Returns the next changes after a position. */
    List<Change> after(ChangePosition position) {
        try (ReadContext reads = open()) {
            return window.after(position, reads);
        }
    }

    /** Returns the changes that match the filter. */
    List<Change> matching(List<Change> changes, SubscriptionFilter filter) {
        List<Change> matching = changes.stream().filter(filter::matches).toList();
        if (filter.actors().isEmpty() || matching.isEmpty()) {
            return matching;
        }
        try (ReadContext reads = open()) {
            return queries.ofActors(matching, filter.actors());
        }
    }

    private ReadContext open() {
        return ReadContext.open(source, limits.deadline(), limits.newBudget(bytes -> {
        }));
    }

    /** Returns the event threads, limited to the client's share. */
    private Executor threads(Flow.Subscriber<?> subscriber) {
        return subscriber instanceof ContextSupport support && support.context().contains(CLIENT_EXECUTOR)
                ? support.context().<ClientExecutor> get(CLIENT_EXECUTOR).limiting(threads) : threads;
    }

    /** Runs a task on an event thread. */
    void run(Runnable task) {
        threads.execute(task);
    }

    /** Returns the event threads, for the health check. */
    ThreadPoolExecutor threads() {
        return threads;
    }

    void runLater(ChangeSubscriber subscription) {
        threads.schedule(subscription::schedule, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void remove(ChangeSubscriber subscription) {
        subscriptions.remove(subscription);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        threads.shutdownNow();
    }
}
