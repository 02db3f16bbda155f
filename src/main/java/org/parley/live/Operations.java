package org.parley.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Caller;
import org.parley.http.Client;
import org.parley.http.Places;
import org.parley.http.RefusedException;

/** The operations that a client has going. All of it happens on the thread of its connection. */
final class Operations {

    private final Means means;
    private final Wire wire;
    private final Vertx vertx;
    private final Client client;
    private final Context thread;
    private final Runnable onLeft;
    private final Lane events;
    private final Map<String, Operation> going = new HashMap<>();
    private final Queue<Operation> waiting = new ArrayDeque<>();
    private int answering;
    private boolean leaving;

    /**
     * @param onLeft what is done when the client is to go, and nothing of its questions is left to answer
     */
    Operations(Means means, Wire wire, Vertx vertx, Client client, Runnable onLeft) {
        this.means = means;
        this.wire = wire;
        this.vertx = vertx;
        this.client = client;
        this.thread = vertx.getOrCreateContext();
        this.onLeft = onLeft;
        this.events = new Lane(means.feed()::run);
        wire.onRoom(this::beginNext);
    }

    boolean has(String id) {
        return going.containsKey(id);
    }

    /** Begins what a client asks, or tells it that there is no place for it. */
    void begin(Message message, Caller caller) {
        Operation operation = new Operation(message, caller, client.share(), wire, this, means);
        going.put(message.id(), operation);
        if (going.size() > means.config().operations()) {
            operation.refuse(new RefusedException(400, ErrorCode.COST_EXCEEDED,
                    "this connection has " + means.config().operations() + " operations going; end one, or open another connection"));
        } else if (leaving) {
            operation.refuse(Places.taken());
        } else {
            waiting.add(operation);
            beginNext();
        }
    }

    /** What has to wait for the client to take its answers, or for others to be answered, has its time from when it is begun. */
    private void beginNext() {
        while (!waiting.isEmpty() && answering < means.config().answers() && wire.hasRoom()) {
            begin(waiting.remove());
        }
    }

    private void begin(Operation operation) {
        answering++;
        try {
            client.enter(() -> thread.runOnContext(turn -> answer(operation)));
        } catch (RefusedException tooMany) {
            answering--;
            operation.refuse(tooMany);
        }
    }

    /** It is the client's turn. */
    private void answer(Operation operation) {
        if (operation.isOver()) {
            answered();
            return;
        }
        if (!means.places().take()) {
            operation.refuse(Places.taken());
            answered();
            return;
        }
        long deadline = vertx.setTimer(means.limits().time().toMillis(), late -> operation.late());
        vertx.executeBlocking(() -> {
            try {
                operation.begin();
            } finally {
                means.places().free();
            }
            return null;
        }, false).onComplete(done -> {
            vertx.cancelTimer(deadline);
            answered();
        });
    }

    private void answered() {
        client.leave();
        answering--;
        beginNext();
    }

    /** Makes and sends an event when the client has taken the one before, of whatever subscription; from any thread. */
    void inTurn(Supplier<Future<Void>> event) {
        events.add(event);
    }

    /** Sends the last that is said of an operation; from any thread. */
    void end(Operation operation, String... last) {
        thread.runOnContext(on -> {
            if (going.remove(operation.id(), operation)) {
                for (String message : last) {
                    wire.send(message);
                }
            }
            leaveIfDone();
        });
    }

    /** The client wants no more of it. */
    void cancel(String id) {
        Operation operation = going.remove(id);
        if (operation != null) {
            waiting.remove(operation);
            operation.cancel();
        }
        leaveIfDone();
    }

    void cancelAll() {
        going.values().forEach(Operation::cancel);
        going.clear();
        waiting.clear();
    }

    /** Ends what goes on without end, sends away what has not begun, and tells when what is being answered is answered. */
    void leave() {
        leaving = true;
        List<Operation> never = List.copyOf(waiting);
        waiting.clear();
        never.forEach(operation -> operation.refuse(Places.taken()));
        new ArrayList<>(going.values()).stream().filter(Operation::isSubscription).forEach(operation -> cancel(operation.id()));
        leaveIfDone();
    }

    private void leaveIfDone() {
        if (leaving && going.isEmpty()) {
            onLeft.run();
        }
    }
}
