package org.parley.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.parley.fault.ErrorCode;
import org.parley.graphql.WorkShare;

/** What a client uses of this replica now, and whether it may use more. */
public final class Client {

    private final ClientsConfig config;
    private final WorkShare share;
    private final RateLimit rate;
    private final Semaphore sockets;
    private final AtomicLong bytes = new AtomicLong();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    Client(ClientsConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.sockets = new Semaphore(config.sockets());
        this.share = new WorkShare(config.expensive(), config.writing());
        this.rate = new RateLimit(config.rate(), config.burst(), nanoTime);
    }

    /** Its share of expensive operations and mutations. */
    public WorkShare share() {
        return share;
    }

    /** Counts a request that was refused before its turn; refused where too many come. */
    void count() throws RefusedException {
        if (!rate.take()) {
            throw refusal("more than " + config.rate() + " requests a second from this client; send fewer");
        }
    }

    /** Begins a request when fewer of the client's are answered than may be, at once or later; refused where too many wait, or come. */
    public void enter(Runnable request) throws RefusedException {
        count();
        synchronized (this) {
            if (running >= config.requests()) {
                if (waiting.size() >= config.waiting()) {
                    throw refusal("more than " + config.waiting() + " requests of this client wait; send the next one after a response");
                }
                waiting.add(request);
                return;
            }
            running++;
        }
        request.run();
    }

    /** A request is answered; begins the one that waits longest. Each that began leaves once. */
    public void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** Counts a WebSocket, unless it is one too many. */
    public boolean takeSocket() {
        return sockets.tryAcquire();
    }

    public void freeSocket() {
        sockets.release();
    }

    boolean takeBytes(long number) {
        if (bytes.addAndGet(number) <= config.bufferedBytes()) {
            return true;
        }
        bytes.addAndGet(-number);
        return false;
    }

    void freeBytes(long number) {
        bytes.addAndGet(-number);
    }

    static RefusedException refusal(String message) {
        return new RefusedException(429, ErrorCode.RATE_LIMITED, message);
    }

    public static RefusedException tooManySockets() {
        return refusal("too many connections of this client; close one, or use one for several subscriptions");
    }
}
