package org.parley.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.quarkus.arc.Arc;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Adds limits on the number of connections per address and on the time a header may take, which Vert.x lacks. Vert.x finds this class by
 * its entry in META-INF/services.
 */
public final class LimitedTransport extends JDKTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        ConnectionLimits limits = Arc.container().instance(ConnectionLimits.class).get();
        if (limits != null) {
            // Reads one buffer at a time, because buffers already read cannot be held back.
            bootstrap.childOption(ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(1));
            bootstrap.handler(new ConnectionCounter(limits));
        }
    }

    /** Counts each new connection. */
    @Sharable
    private static final class ConnectionCounter extends ChannelInboundHandlerAdapter {

        private final ConnectionLimits limits;

        ConnectionCounter(ConnectionLimits limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            Channel connection = (Channel) message;
            if (limits.admit(connection)) {
                connection.pipeline().addLast(limits.guard());
                context.fireChannelRead(connection);
            } else {
                connection.unsafe().closeForcibly();
            }
        }
    }
}
