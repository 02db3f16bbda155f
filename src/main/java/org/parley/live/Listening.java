package org.parley.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.parley.change.Change;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;

/**
 * One listener's way through the changes: the place up to which it has heard, and how much it can take now. It runs on one thread at a
 * time, and waits where there is nothing, or nothing is taken.
 */
final class Listening implements Flow.Subscription, Runnable {

    private static final Logger LOG = Logger.getLogger(Listening.class);

    private final Feed feed;
    private final Wish wish;
    private final Flow.Subscriber<? super Change> subscriber;
    private final Deque<Change> ready = new ArrayDeque<>();
    private final AtomicLong taken = new AtomicLong();
    /** How often it was woken since it began to run; 0 while it waits. */
    private final AtomicInteger calls = new AtomicInteger();
    private Place heard;
    private volatile boolean cancelled;

    Listening(Feed feed, Place heard, Wish wish, Flow.Subscriber<? super Change> subscriber) {
        this.feed = feed;
        this.heard = heard;
        this.wish = wish;
        this.subscriber = subscriber;
    }

    @Override
    public void request(long number) {
        taken.accumulateAndGet(number, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        wake();
    }

    /** The record was set back to that revision, and the place with it. */
    void end(long revision) {
        cancel();
        subscriber.onError(new DeclinedException(ErrorCode.REVISION_NOT_REACHED,
                "the record was set back to revision " + revision + "; read it anew, and subscribe again",
                Map.of("revision", String.valueOf(revision))));
    }

    @Override
    public void cancel() {
        cancelled = true;
        feed.forget(this);
    }

    /** There may be something to hear. */
    void wake() {
        if (calls.getAndIncrement() == 0) {
            feed.run(this);
        }
    }

    @Override
    public void run() {
        int answered = calls.get();
        boolean more;
        try {
            more = !cancelled && taken.get() > 0 && hear();
        } catch (Throwable e) {
            // Whatever failed, also an Error: a listener that stops here would never be woken again.
            LOG.debug("the changes cannot be read now", e);
            feed.runLater(this);
            return;
        }
        if (more || !calls.compareAndSet(answered, 0)) {
            feed.run(this);
        }
    }

    /** Hears one change, or looks at some that are not wished for; whether there may be more. */
    private boolean hear() {
        if (ready.isEmpty()) {
            List<Change> next = feed.after(heard);
            if (next.isEmpty()) {
                return false;
            }
            ready.addAll(feed.wished(next, wish));
            heard = Place.of(next.get(next.size() - 1));
        }
        Change change = ready.poll();
        if (change != null) {
            taken.decrementAndGet();
            subscriber.onNext(change);
        }
        return true;
    }
}
