package org.parley.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.parley.change.Change;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;

/**
 * A subscriber's subscription to changes: its position, and how many changes it has requested. Runs on one thread at a time, and waits
 * while there are no changes or no requests.
 */
final class ChangeSubscriber implements Flow.Subscription, Runnable {

    private static final Logger LOG = Logger.getLogger(ChangeSubscriber.class);

    private final ChangeFeed feed;
    private final Executor threads;
    private final SubscriptionFilter filter;
    private final Flow.Subscriber<? super Change> subscriber;
    private final Deque<Change> ready = new ArrayDeque<>();
    private final AtomicLong requested = new AtomicLong();
    /** How often it was woken since it started to run; 0 while it waits. */
    private final AtomicInteger wakeUps = new AtomicInteger();
    private ChangePosition position;
    /** How many changes are filtered at once. */
    private int batchSize = Integer.MAX_VALUE;
    private volatile boolean cancelled;

    ChangeSubscriber(ChangeFeed feed, Executor threads, ChangePosition position, SubscriptionFilter filter,
            Flow.Subscriber<? super Change> subscriber) {
        this.feed = feed;
        this.threads = threads;
        this.position = position;
        this.filter = filter;
        this.subscriber = subscriber;
    }

    @Override
    public void request(long number) {
        requested.accumulateAndGet(number, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        wake();
    }

    /** Ends the subscription because the record was restored to an earlier revision. */
    void end(long revision) {
        cancel();
        subscriber.onError(new RequestDeclinedException(ErrorCode.REVISION_NOT_REACHED,
                "The record was restored to revision " + revision + ". Read it again, then subscribe again.",
                Map.of("revision", String.valueOf(revision))));
    }

    @Override
    public void cancel() {
        cancelled = true;
        feed.remove(this);
    }

    /** Wakes the subscription, because there may be changes to send. */
    void wake() {
        if (wakeUps.getAndIncrement() == 0) {
            schedule();
        }
    }

    /** Schedules a run. */
    void schedule() {
        threads.execute(this);
    }

    @Override
    public void run() {
        int handled = wakeUps.get();
        boolean more;
        try {
            more = !cancelled && requested.get() > 0 && sendNext();
        } catch (Throwable e) {
            // Also an Error: otherwise this subscription would never be woken again.
            LOG.debug("Changes cannot be read, retrying", e);
            feed.runLater(this);
            return;
        }
        if (more || !wakeUps.compareAndSet(handled, 0)) {
            schedule();
        }
    }

    /**
     * Queues the changes that match the filter. Halves the number filtered at once if filtering takes too long, and ends the subscription
     * if one change takes too long.
     */
    private boolean enqueueMatching(List<Change> next) {
        try {
            ready.addAll(feed.matching(next, filter));
        } catch (BudgetExceededException e) {
            batchSize = next.size() / 2;
            if (batchSize == 0) {
                cancel();
                subscriber.onError(e);
            }
            return false;
        }
        position = ChangePosition.of(next.get(next.size() - 1));
        batchSize = batchSize > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : batchSize * 2;
        return true;
    }

    /** Sends one change, or filters the next changes. Returns whether there may be more. */
    private boolean sendNext() {
        if (ready.isEmpty()) {
            List<Change> next = feed.after(position);
            if (next.isEmpty()) {
                return false;
            }
            if (!enqueueMatching(next.subList(0, Math.min(batchSize, next.size())))) {
                return !cancelled;
            }
        }
        Change change = ready.poll();
        if (change != null) {
            requested.decrementAndGet();
            subscriber.onNext(change);
        }
        return true;
    }
}
