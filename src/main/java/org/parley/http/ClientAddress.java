package org.parley.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Determines the IP address of a client. Behind trusted proxies this is the last address in X-Forwarded-For that is not a trusted proxy;
 * earlier ones are unverified. Of an IPv6 address only the /64 network counts, because a client usually has all of it.
 */
@Singleton
class ClientAddress {

    private static final Logger LOG = Logger.getLogger(ClientAddress.class);
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[0-9a-fA-F:.]+]):[0-9]{1,5}");
    private static final int LENGTH_OF_IPV6 = 16;
    private static final int LENGTH_OF_NETWORK = 8;

    private final List<IpSubnetFilterRule> trusted;
    private final AtomicBoolean warned = new AtomicBoolean();

    ClientAddress(ClientsConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream().map(ClientAddress::network).toList();
    }

    private static IpSubnetFilterRule network(String cidr) {
        try {
            int slash = cidr.indexOf('/');
            byte[] address = bytes(cidr.substring(0, slash));
            int length = Objects.checkIndex(Integer.parseInt(cidr.substring(slash + 1)), address.length * Byte.SIZE + 1);
            return new IpSubnetFilterRule(inet(address), length, IpFilterRuleType.ACCEPT);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("parley.clients.trusted-proxies: '" + cidr
                    + "' is not a network. Write an address and a prefix length, such as 10.0.0.0/8.", e);
        }
    }

    String of(HttpServerRequest request) {
        String peer = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return of(peer, request.headers().getAll(FORWARDED_FOR));
    }

    /** @param peer the connected address; null if it is no longer known */
    String of(String peer, List<String> forwarded) {
        byte[] address = bytes(peer);
        if (address == null) {
            return "unknown";
        }
        if (!forwarded.isEmpty() && !isTrusted(address) && warned.compareAndSet(false, true)) {
            LOG.warnf("Requests from %s have X-Forwarded-For, but parley.clients.trusted-proxies does not contain it. All clients behind it"
                    + " share the limits of one client.", peer);
        }
        String[] hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
            byte[] previous = bytes(hops[i].strip());
            if (previous == null) {
                break;
            }
            address = previous;
        }
        return name(address);
    }

    /** Whether the address is a trusted proxy, which forwards for many clients. */
    boolean isProxy(SocketAddress peer) {
        byte[] address = peer == null ? null : bytes(peer.hostAddress());
        return address != null && isTrusted(address);
    }

    /** Returns the address that a connection counts for; null for a trusted proxy, or if there is no address. */
    String countedAddress(java.net.SocketAddress peer) {
        if (!(peer instanceof InetSocketAddress inet) || inet.getAddress() == null) {
            return null;
        }
        byte[] address = inet.getAddress().getAddress();
        return isTrusted(address) ? null : name(address);
    }

    /** Parses an address. An IPv4 address mapped into IPv6 becomes four bytes; a port, which some proxies append, is ignored. */
    private static byte[] bytes(String address) {
        if (address == null) {
            return null;
        }
        Matcher port = WITH_PORT.matcher(address);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(port.matches() ? port.group(1) : address);
        return bytes == null ? null : inet(bytes).getAddress();
    }

    private boolean isTrusted(byte[] address) {
        if (trusted.isEmpty()) {
            return false;
        }
        InetSocketAddress socket = new InetSocketAddress(inet(address), 0);
        return trusted.stream().anyMatch(network -> network.matches(socket));
    }

    private static String name(byte[] address) {
        byte[] network = address.length == LENGTH_OF_IPV6 ? Arrays.copyOf(Arrays.copyOf(address, LENGTH_OF_NETWORK), LENGTH_OF_IPV6)
                : address;
        return inet(network).getHostAddress();
    }

    private static InetAddress inet(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
