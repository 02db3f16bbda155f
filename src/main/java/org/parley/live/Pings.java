package org.parley.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Answers a client's pings only when it takes the answers, so that they cannot be heaped up. Of those that came meanwhile the last is
 * answered, as the standard allows (RFC 6455, 5.5.3).
 */
final class Pings extends ChannelInboundHandlerAdapter {

    private PingWebSocketFrame last;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof PingWebSocketFrame ping && !context.channel().isWritable()) {
            ReferenceCountUtil.release(last);
            last = ping;
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (last != null && context.channel().isWritable()) {
            PingWebSocketFrame ping = last;
            last = null;
            context.channel().writeAndFlush(new PongWebSocketFrame(ping.content()));
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(last);
        last = null;
    }
}
