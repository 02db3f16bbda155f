package org.parley.http;

import org.parley.fault.ErrorCode;

/** A reservation of memory for one request, message or response. Counts for its client and in total until it is released. */
public final class ByteReservation {

    /** Bytes of one reservation that the total limit never rejects, so that small requests and control frames are always accepted. */
    private static final long SMALL = 16_384;

    private final ByteLimit client;
    private final ByteLimit total;
    private final String description;
    private long bytes;
    private boolean released;

    /**
     * @param client the limit of the client
     * @param total the limit of all clients together
     * @param description what the bytes belong to, in the plural, for messages
     */
    ByteReservation(ByteLimit client, ByteLimit total, String description) {
        this.client = client;
        this.total = total;
        this.description = description;
    }

    /** Reserves bytes. Rejected if the client or all clients together would exceed the limit. */
    public synchronized void reserve(long number) throws HttpRejectionException {
        if (released) {
            return;
        }
        if (!client.tryReserve(number)) {
            throw Client
                    .rejection("This client has too many bytes of " + description + ". Read the responses, then send the next request.");
        }
        if (bytes + number <= SMALL) {
            total.forceReserve(number);
        } else if (!total.tryReserve(number)) {
            client.release(number);
            throw new HttpRejectionException(503, ErrorCode.UNAVAILABLE,
                    "The service has too many bytes of " + description + ". Retry in a moment.");
        }
        bytes += number;
    }

    /** Reserves bytes regardless of the limits. */
    public synchronized void forceReserve(long number) {
        if (!released) {
            client.forceReserve(number);
            total.forceReserve(number);
            bytes += number;
        }
    }

    /** Releases some of the bytes. */
    public synchronized void release(long number) {
        long fewer = Math.min(number, bytes);
        client.release(fewer);
        total.release(fewer);
        bytes -= fewer;
    }

    /** Releases all bytes, and ignores further reservations. */
    public synchronized void release() {
        release(bytes);
        released = true;
    }

    /** Moves some of the bytes to a new reservation. */
    public synchronized ByteReservation split(long number) {
        ByteReservation part = new ByteReservation(client, total, description);
        part.bytes = Math.min(number, bytes);
        bytes -= part.bytes;
        return part;
    }
}
