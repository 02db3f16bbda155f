package org.parley.graphql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.fault.BudgetExceededException;
import org.parley.persistence.ReadBudget;

/**
 * Limits the memory of all responses: approximate bytes of the data read for them, and of the responses until they are sent. Other limits
 * bound one response; this bounds the number of large responses, of each client and of all.
 */
@Singleton
public class ResponseMemory {

    /** Bytes of each response that are not counted while it is produced, so that small queries succeed whatever large responses use. */
    static final long UNCOUNTED = 100_000;
    /** One client may use this fraction (1/n) of the memory. */
    private static final int CLIENT_FRACTION = 4;

    private final AtomicLong total = new AtomicLong();
    private final long limit;

    @Inject
    ResponseMemory(RequestLimits limits) {
        this((long) (Runtime.getRuntime().maxMemory() * limits.responseMemory()));
    }

    ResponseMemory(long limit) {
        this.limit = limit;
    }

    /** The memory of one response. */
    public final class Part implements ReadBudget.Memory {

        private final AtomicLong ofClient;
        private long bytes;
        private long counted;
        private long uncounted = UNCOUNTED;
        private boolean released;

        private Part(AtomicLong ofClient) {
            this.ofClient = ofClient;
        }

        /** Reserves bytes. Throws a BudgetExceededException if this response, its client or all responses would use too much. */
        @Override
        public synchronized void reserve(long number) {
            if (released) {
                return;
            }
            long more = Math.max(0, bytes + number - uncounted) - counted;
            if (more > 0) {
                count(more);
                if (counted > limit / CLIENT_FRACTION) {
                    count(-more);
                    throw BudgetExceededException.ofNumber("bytes of memory", limit / CLIENT_FRACTION);
                }
                if (ofClient.get() > limit / CLIENT_FRACTION) {
                    count(-more);
                    throw BudgetExceededException.ofClientMemory();
                }
                if (total.get() > limit) {
                    count(-more);
                    throw BudgetExceededException.ofMemory();
                }
            }
            bytes += number;
        }

        private void count(long more) {
            total.addAndGet(more);
            ofClient.addAndGet(more);
            counted += more;
        }

        /**
         * Sets the size of the finished response, which is smaller than the data it was made of. Counts all of it from now on, because
         * sending may take long.
         */
        public synchronized void shrink(long number) {
            bytes = Math.min(bytes, number);
            uncounted = bytes == 0 ? UNCOUNTED : 0;
            count(bytes - counted);
        }

        /** Releases all bytes. */
        public synchronized void release() {
            shrink(0);
            released = true;
        }
    }

    /** Opens the memory of a response. */
    public Part open(CapacityShare client) {
        return new Part(client.responseBytes());
    }

    /** Returns the bytes counted now. */
    public long reserved() {
        return total.get();
    }
}
