package org.parley.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.parley.change.Change;
import org.parley.change.CurrentRevision;
import org.parley.graphql.Limits;
import org.parley.store.Reading;

/**
 * The changes as they are heard: each in order, once, whoever made it through whichever replica. A notification only says that there is
 * more; what there is, is read from the table of changes, from where a listener stands.
 */
@ApplicationScoped
class Feed {

    private static final long PAUSE_MILLIS = 500;

    private final ChangeWindow window;
    private final FeedQueries queries;
    private final DataSource source;
    private final Limits limits;
    private final Set<Listening> listening = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor threads;

    Feed(ChangeWindow window, FeedQueries queries, DataSource source, Limits limits, LiveConfig config) {
        this.window = window;
        this.queries = queries;
        this.source = source;
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ScheduledThreadPoolExecutor(config.threads(), task -> {
            Thread thread = new Thread(task, "live-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Knows the newest revision from the start. */
    void open(@Observes StartupEvent start, CurrentRevision revision, LiveMetrics metrics) {
        metrics.watchSubscriptions(listening::size);
        revision.onChange(this::tell);
    }

    private void tell(long revision) {
        if (window.expect(revision)) {
            listening.forEach(Listening::wake);
        } else {
            listening.forEach(listener -> listener.end(revision));
        }
    }

    /** What is wished for, of all that comes behind a place. */
    Flow.Publisher<Change> from(Place place, Wish wish) {
        return subscriber -> {
            Listening listener = new Listening(this, place, wish, subscriber);
            listening.add(listener);
            subscriber.onSubscribe(listener);
        };
    }

    /** The next changes behind a place, or none yet. */
    List<Change> after(Place place) {
        try (Reading reading = reading()) {
            return window.after(place);
        }
    }

    /** Those that are wished for. */
    List<Change> wished(List<Change> changes, Wish wish) {
        List<Change> fitting = changes.stream().filter(wish::fits).toList();
        if (wish.actors().isEmpty() || fitting.isEmpty()) {
            return fitting;
        }
        try (Reading reading = reading()) {
            return queries.countingFor(fitting, wish.actors());
        }
    }

    private Reading reading() {
        return Reading.open(source, limits.deadline(), limits.reading());
    }

    /** On one of the threads that all who hear share. */
    void run(Runnable task) {
        threads.execute(task);
    }

    /** The threads themselves, to see whether they run. */
    ThreadPoolExecutor threads() {
        return threads;
    }

    void runLater(Listening listener) {
        threads.schedule(listener, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void forget(Listening listener) {
        listening.remove(listener);
    }

    void stop(@Observes ShutdownEvent going) {
        threads.shutdownNow();
    }
}
