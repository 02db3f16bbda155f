package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Management;

/** Connections per address are limited, and headers have a timeout. */
@QuarkusTest
@TestProfile(ConnectionLimitsTest.Few.class)
class ConnectionLimitsTest {

    private static final int MOST = 10;
    private static final String PROXY = "127.0.0.2";
    private static final String ASK = "GET /graphql?query=%7Bdataset%7Brevision%7D%7D HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** Few connections, with short timeouts for header and body. */
    public static class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.clients.trusted-proxies", PROXY + "/32", "parley.clients.connections", String.valueOf(MOST),
                    "parley.http.header-timeout", "2s", "parley.http.body-timeout", "1s");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    ConnectionLimits limits;

    private Socket connect() throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(200);
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        byte[] begin = socket.getInputStream().readNBytes(12);
        socket.setSoTimeout(200);
        while (socket.getInputStream().available() > 0) {
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
        }
        return new String(begin, StandardCharsets.UTF_8);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Returns for how many seconds the service keeps a connection on which this text is sent repeatedly. */
    private static double kept(Socket socket, String drop) throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < 8_000_000_000L && !isClosed(socket)) {
            try {
                socket.getOutputStream().write(drop.getBytes(StandardCharsets.UTF_8));
            } catch (SocketException closed) {
                break;
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    @Test
    void headersHaveATimeout() throws IOException {
        try (Socket dribbling = connect(); Socket silent = connect()) {
            dribbling.getOutputStream().write("GET /graphql HTTP/1.1\r\nHost: localhost\r\nX: ".getBytes(StandardCharsets.UTF_8));
            assertEquals(2, kept(dribbling, "x"), 1.5, "from the connection on");
            assertTrue(isClosed(silent), "a connection on which nothing comes");
        }
        try (Socket kept = connect()) {
            kept.getOutputStream().write(ASK.getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 200", status(kept));
            kept.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
            long began = System.nanoTime();
            while (System.nanoTime() - began < 3_000_000_000L) {
                assertTrue(!isClosed(kept), "a connection may be silent between two requests");
            }
            kept.getOutputStream().write(ASK.getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 200", status(kept));
            kept.getOutputStream().write("POST /graphql HTTP/1.1\r\nHost: localhost\r\n".getBytes(StandardCharsets.UTF_8));
            assertEquals(2, kept(kept, "A: b\r\n"), 1.5, "from the first byte of the next request");
        }
    }

    /** Also if the responses are not read. */
    @Test
    void bodiesOfOtherPathsHaveATimeout() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 405", status(socket));
            assertEquals(2, kept(socket, "x"), 1.5);
        }
    }

    @Test
    void connectionsOfOneAddressAreCounted() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            ClientLimitsTest.await(() -> admits(open));
            assertTrue(open.size() == MOST, open.size() + " connections");
            Management.get("/q/health/live").then().statusCode(200);
            try (Socket proxy = new Socket(service.getHost(), service.getPort(), InetAddress.getByName(PROXY), 0)) {
                proxy.getOutputStream().write(ASK.getBytes(StandardCharsets.UTF_8));
                assertEquals("HTTP/1.1 200", status(proxy));
            }
            open.remove(0).close();
            ClientLimitsTest.await(() -> {
                try (Socket again = connect()) {
                    again.getOutputStream().write(ASK.getBytes(StandardCharsets.UTF_8));
                    return status(again).equals("HTTP/1.1 200");
                } catch (IOException e) {
                    return false;
                }
            });
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        ClientLimitsTest.await(() -> limits.open() == 0);
    }

    /** One read contains all of them. */
    @Test
    void pipelinedRequestsAreServedInOrder() throws IOException {
        int number = 400;
        try (Socket socket = connect()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(ASK.repeat(number).getBytes(StandardCharsets.UTF_8));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int answered = 0;
            char[] some = new char[8_192];
            StringBuilder text = new StringBuilder();
            while (answered < number) {
                int read = in.read(some);
                assertTrue(read > 0, "closed after " + answered + " answers");
                text.append(some, 0, read);
                answered = text.toString().split("HTTP/1.1 200", -1).length - 1;
            }
        }
    }

    /**
     * Opens connections until one is closed or the limit is exceeded. Returns whether the limit was reached; earlier connections may still
     * be closing.
     */
    private boolean admits(List<Socket> open) {
        try {
            while (open.size() <= MOST) {
                Socket socket = connect();
                socket.getOutputStream().write(ASK.getBytes(StandardCharsets.UTF_8));
                if (!status(socket).equals("HTTP/1.1 200")) {
                    socket.close();
                    break;
                }
                open.add(socket);
            }
        } catch (IOException closed) {
            // It was reset.
        }
        return open.size() >= MOST;
    }
}
