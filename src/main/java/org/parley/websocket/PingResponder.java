package org.parley.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Responds to pings only when the client receives the pongs, so that these do not accumulate. Of the pings received meanwhile only the last
 * gets a pong (RFC 6455, section 5.5.3).
 */
final class PingResponder extends ChannelInboundHandlerAdapter {

    private PingWebSocketFrame pending;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof PingWebSocketFrame ping && !context.channel().isWritable()) {
            ReferenceCountUtil.release(pending);
            pending = ping;
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (pending != null && context.channel().isWritable()) {
            PingWebSocketFrame ping = pending;
            pending = null;
            context.channel().writeAndFlush(new PongWebSocketFrame(ping.content()));
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(pending);
        pending = null;
    }
}
