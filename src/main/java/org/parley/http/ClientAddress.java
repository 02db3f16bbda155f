package org.parley.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
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
 * The address of a client. Behind trusted proxies it is the last one in X-Forwarded-For that is not a trusted proxy's: what stands before
 * it is the client's own word. Of an IPv6 address only the network (/64) counts, as a client has all addresses of one.
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
            throw new IllegalArgumentException(
                    "parley.clients.trusted-proxies: '" + cidr + "' is not a network; write an address and a length, such as 10.0.0.0/8",
                    e);
        }
    }

    String of(HttpServerRequest request) {
        String peer = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return of(peer, request.headers().getAll(FORWARDED_FOR));
    }

    /**
     * @param peer who is connected; null where it is known no more
     */
    String of(String peer, List<String> forwarded) {
        byte[] address = bytes(peer);
        if (address == null) {
            return "unknown";
        }
        if (!forwarded.isEmpty() && !isTrusted(address) && warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "requests from %s have X-Forwarded-For, but parley.clients.trusted-proxies does not name it: all clients behind it share"
                            + " the limits of one",
                    peer);
        }
        String[] hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
            byte[] before = bytes(hops[i].strip());
            if (before == null) {
                break;
            }
            address = before;
        }
        return name(address);
    }

    /** The bytes of an address, of an IPv4 address that is mapped into IPv6 its own four; some proxies write a port behind it. */
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
        byte[] counted = address.length == LENGTH_OF_IPV6 ? Arrays.copyOf(Arrays.copyOf(address, LENGTH_OF_NETWORK), LENGTH_OF_IPV6)
                : address;
        return inet(counted).getHostAddress();
    }

    private static InetAddress inet(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
