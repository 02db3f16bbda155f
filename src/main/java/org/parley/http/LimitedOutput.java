package org.parley.http;

import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** The bytes of an answer as they are written, up to a number: an object that stands in many places is written in each. */
final class LimitedOutput extends ByteBufOutputStream {

    private static final int USUAL_SIZE = 8_192;

    /** More was written than may be. */
    static final class TooLongException extends IOException {
    }

    private final long limit;

    LimitedOutput(long limit) {
        super(Unpooled.buffer(USUAL_SIZE));
        this.limit = limit;
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
    }

    Buffer bytes() {
        return Buffer.buffer(buffer());
    }
}
