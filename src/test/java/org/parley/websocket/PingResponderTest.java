package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import org.junit.jupiter.api.Test;

/** Few pongs are produced for a client that receives none, however many pings it sends. */
class PingResponderTest {

    private static final int PINGS = 10_000;

    /** Responds to each ping, as the framework does. Data is not received until it is flushed. */
    private static final class Answering extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.write(new PongWebSocketFrame(((PingWebSocketFrame) message).content()));
        }
    }

    private static EmbeddedChannel channel() {
        EmbeddedChannel channel = new EmbeddedChannel(new PingResponder(), new Answering());
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1_000, 2_000));
        return channel;
    }

    private static PingWebSocketFrame ping(int number) {
        return new PingWebSocketFrame(Unpooled.buffer().writeInt(number).writeZero(96));
    }

    private static int number(EmbeddedChannel channel) {
        PongWebSocketFrame pong = channel.readOutbound();
        int number = pong.content().getInt(0);
        pong.release();
        return number;
    }

    @Test
    void onlyFewPongsAreSentWhileNoneIsReceived() {
        EmbeddedChannel channel = channel();
        for (int i = 1; i <= PINGS; i++) {
            channel.writeInbound(ping(i));
        }
        long heaped = channel.unsafe().outboundBuffer().totalPendingWriteBytes();
        assertTrue(heaped < 3_000, heaped + " bytes are heaped up");
        channel.flushOutbound();
        int last = 0;
        int answers = channel.outboundMessages().size();
        for (int i = 0; i < answers; i++) {
            last = number(channel);
        }
        assertEquals(PINGS, last, "the last is answered when there is room");
        assertTrue(answers < 30, answers + " answers");
    }

    @Test
    void eachPingIsAnsweredToAReceivingClient() {
        EmbeddedChannel channel = channel();
        for (int i = 1; i <= PINGS; i++) {
            channel.writeInbound(ping(i));
            channel.flushOutbound();
            assertEquals(i, number(channel));
        }
        assertNull(channel.readOutbound());
    }

    @Test
    void pendingPingIsReleasedOnDisconnect() {
        EmbeddedChannel channel = channel();
        while (channel.isWritable()) {
            channel.writeInbound(ping(1));
        }
        PingWebSocketFrame former = ping(2);
        PingWebSocketFrame last = ping(3);
        channel.writeInbound(former, last);
        assertEquals(0, former.refCnt());
        assertEquals(1, last.refCnt());
        channel.close();
        assertEquals(0, last.refCnt());
    }
}
