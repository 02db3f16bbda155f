package org.parley.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Limits;

/** How many documents are run at once, whichever way they came. */
@ApplicationScoped
public class Places {

    private final Semaphore places;

    Places(Limits limits) {
        this.places = new Semaphore(limits.requests());
    }

    /** Whether one was free; it is taken now. */
    public boolean take() {
        return places.tryAcquire();
    }

    public void free() {
        places.release();
    }

    /** What is told where none is free. */
    public static RefusedException taken() {
        return new RefusedException(503, ErrorCode.UNAVAILABLE, "too many requests at once; try again in a moment");
    }
}
