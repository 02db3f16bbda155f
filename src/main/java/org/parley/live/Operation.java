package org.parley.live;

import io.vertx.core.Future;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.fault.TimeoutException;
import org.parley.graphql.Answer;
import org.parley.graphql.Caller;
import org.parley.graphql.Question;
import org.parley.graphql.WorkShare;
import org.parley.http.RefusedException;

/**
 * What one `subscribe` of a client comes to: a query or a mutation, answered once, or a subscription, which hears until either side ends
 * it. The next event is made when the client's machine has taken the one before.
 */
final class Operation implements Flow.Subscriber<Object> {

    private static final long PAUSE_MILLIS = 500;
    private static final Set<ErrorCode> AWAY = Set.of(ErrorCode.UNAVAILABLE, ErrorCode.REVISION_NOT_REACHED);

    private final String id;
    private final Map<String, Object> payload;
    private final Caller caller;
    private final WorkShare share;
    private final Wire wire;
    private final Operations operations;
    private final Asking asking;
    private final Messages messages;
    private final LiveMetrics metrics;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Question question;
    private volatile Flow.Subscription events;

    Operation(Message message, Caller caller, WorkShare share, Wire wire, Operations operations, Means means) {
        this.id = message.id();
        this.payload = message.payload();
        this.caller = caller;
        this.share = share;
        this.wire = wire;
        this.operations = operations;
        this.asking = means.asking();
        this.messages = means.messages();
        this.metrics = means.metrics();
    }

    String id() {
        return id;
    }

    boolean isOver() {
        return over.get();
    }

    boolean isSubscription() {
        return events != null;
    }

    /** Answers, or begins to listen, on a worker thread. */
    void begin() {
        try {
            question = asking.question(payload, caller, share);
            Answer answer = isOver() ? null : asking.begin(question);
            if (answer != null && answer.events() != null) {
                answer.events().subscribe(this);
            } else if (answer != null) {
                finish(answer);
            }
        } catch (RefusedException e) {
            refuse(e);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void finish(Answer answer) throws RefusedException {
        if (!answer.hasData()) {
            end(messages.error(id, answer.errors()));
        } else {
            String next = messages.next(id, asking.written(answer));
            if (over.compareAndSet(false, true)) {
                operations.end(this, next, messages.complete(id));
            }
        }
    }

    void refuse(RefusedException refusal) {
        asking.count(refusal);
        end(messages.error(id, refusal.getMessage(), Map.of("code", refusal.code().name())));
    }

    private void fail(Throwable thrown) {
        if (isOver()) {
            return;
        }
        Failure failure = Failure.of(thrown, () -> "an operation");
        asking.count(failure);
        end(messages.error(id, failure.message(), failure.extensions()));
    }

    /** Tells a client that waits that it will not be answered; what is still worked at is dropped. */
    void late() {
        if (!isSubscription()) {
            fail(caller.isAnonymous() ? new TimeoutException() : TimeoutException.ofChange());
        }
    }

    private void end(String last) {
        if (over.compareAndSet(false, true)) {
            drop();
            operations.end(this, last);
        }
    }

    /** The client wants no more of it, or is gone. */
    void cancel() {
        over.set(true);
        drop();
    }

    private void drop() {
        Flow.Subscription heard = events;
        if (heard != null) {
            heard.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        events = subscription;
        if (isOver()) {
            subscription.cancel();
        } else {
            wire.send(messages.subscribed(id)).onSuccess(sent -> subscription.request(1));
        }
    }

    @Override
    public void onNext(Object event) {
        operations.inTurn(() -> isOver() ? Future.succeededFuture() : send(event));
    }

    /** Done when the client's machine has taken the event, or there is none to take. */
    private Future<Void> send(Object event) {
        try {
            Answer answer = asking.event(question, event);
            // While the database is away the event waits, whatever else its fields say: some may have run out of time.
            while (!Collections.disjoint(answer.codes(), AWAY) && !isOver()) {
                Thread.sleep(PAUSE_MILLIS);
                answer = asking.event(question, event);
            }
            if (!isOver()) {
                return wire.send(messages.next(id, asking.written(answer))).onSuccess(sent -> {
                    metrics.countEvent();
                    events.request(1);
                });
            }
        } catch (RefusedException e) {
            refuse(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fail(e);
        }
        return Future.succeededFuture();
    }

    @Override
    public void onError(Throwable thrown) {
        fail(thrown);
    }

    @Override
    public void onComplete() {
        end(messages.complete(id));
    }
}
