package org.parley.http;

import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.parley.persistence.ReadBudget;

/**
 * An output stream to memory with a limit. The limit applies to the serialized form, in which a shared object is written each time it
 * occurs.
 */
final class LimitedOutputStream extends ByteBufOutputStream {

    private static final int INITIAL_SIZE = 8_192;

    /** The output exceeds the limit. */
    static final class TooLongException extends IOException {
    }

    private final long limit;
    private final ReadBudget.Memory memory;
    private long counted;

    LimitedOutputStream(long limit, ReadBudget.Memory memory) {
        super(Unpooled.buffer(INITIAL_SIZE));
        this.limit = limit;
        this.memory = memory;
    }

    @Override
    public void write(int oneByte) throws IOException {
        check(1);
        super.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check(length);
        super.write(bytes, offset, length);
    }

    private void check(int more) throws IOException {
        if (writtenBytes() + more > limit) {
            throw new TooLongException();
        }
        if (buffer().capacity() > counted) {
            memory.reserve(buffer().capacity() - counted);
            counted = buffer().capacity();
        }
    }

    Buffer bytes() {
        return Buffer.buffer(buffer());
    }
}
