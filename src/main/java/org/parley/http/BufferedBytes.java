package org.parley.http;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.fault.ErrorCode;

/** Bytes of all requests that are held in memory until they are answered. */
@Singleton
public class BufferedBytes {

    private final AtomicLong held = new AtomicLong();
    private final long most;

    BufferedBytes(HttpConfig config) {
        this.most = config.bufferedBytes();
    }

    /** What one request holds. */
    public final class Request {

        private final Client client;
        private long bytes;
        private boolean freed;

        private Request(Client client) {
            this.client = client;
        }

        /** Holds more; refused where the client, or all together, would hold too much. */
        public synchronized void take(int number) throws RefusedException {
            if (freed) {
                return;
            }
            if (!client.takeBytes(number)) {
                throw Client.refusal("too many bytes of this client's requests wait; send the next one after a response");
            }
            if (held.addAndGet(number) > most) {
                held.addAndGet(-number);
                client.freeBytes(number);
                throw new RefusedException(503, ErrorCode.UNAVAILABLE, "too many bytes of requests wait; try again in a moment");
            }
            bytes += number;
        }

        /** Holds nothing more. */
        public synchronized void free() {
            reset();
            freed = true;
        }

        /** Holds nothing now. */
        public synchronized void reset() {
            held.addAndGet(-bytes);
            client.freeBytes(bytes);
            bytes = 0;
        }
    }

    public Request of(Client client) {
        return new Request(client);
    }

    long held() {
        return held.get();
    }
}
